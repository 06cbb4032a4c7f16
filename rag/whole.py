"""Questions about a document as a whole: 总结浙江2025年的报告, 报告讲了什么."""

import re

from corpus.types import Document
from index.search import Index
from rag.query import Query

_WHOLE = re.compile(
    r"(?:总结|概括|摘要|归纳|综述|概述|简述|介绍|梳理)(?:一?下|了)?[^，。？?]{0,24}"
    r"(?:工作)?(?:报告|讲话|访谈|文件|规划|通知|全文)的?(?:主要)?(?:内容|要点|大意|重点)?[。？?！\s]*$"
    r"|(?:报告|讲话|访谈|文件|规划|通知)(?:里|中|都|主要|到底|一共)*(?:讲了|说了|写了|谈了|有|包括)?(?:些)?"
    r"(?:什么|哪些(?:方面|部分)?的?(?:主要)?内容|主要内容|几[个大]部分|哪几[个大]?部分)"
    r"(?:概括|总结|介绍)?(?:一下)?[。？?！\s]*$"
    r"|(?:报告|讲话|访谈|文件|规划|通知)的?(?:主要内容|要点|大意|梗概|提纲|结构|目录)(?:是什么|有哪些)?[。？?！\s]*$"
)


def whole_document(query: Query, index: Index) -> Document | None:
    """The one document that a question is about as a whole; None where it asks for something in
    it, or where it could be one of several. Of a place without a year it is the newest report."""
    if query.missing or query.conflict or query.english or not _WHOLE.search(query.resolved):
        return None
    meant = [
        document
        for document in index.documents
        if document.headings
        and (not query.places or document.identity.place in query.places)
        and (not query.years or document.identity.year in query.years)
        and (not query.scope.sources or document.source in query.scope.sources)
    ]
    if len(meant) > 1 and query.places and not query.years:
        newest = max(document.identity.year or 0 for document in meant)
        meant = [document for document in meant if document.identity.year == newest]
    return meant[0] if len(meant) == 1 else None
