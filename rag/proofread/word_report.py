"""The report inside a Word file, as one of its custom XML parts: Word keeps it and shows it not."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.errors import UserError
from corpus.formats.package import local, opened
from rag.json import one_line

if TYPE_CHECKING:
    from docx.document import Document

_SPACE = "urn:zhengwen:proofread"
_TAG = f"{{{_SPACE}}}report"
_FOLDER = "customXml/"


def embed(document: "Document", report: Mapping[str, Any]) -> None:
    """Puts the report into the file, in the place of an earlier one."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.part import Part
    from lxml import etree

    main = document.part
    for name, link in list(main.rels.items()):
        if (
            link.reltype == RELATIONSHIP_TYPE.CUSTOM_XML
            and _SPACE.encode() in link.target_part.blob
        ):
            del main.rels[name]
    root = etree.Element(_TAG, nsmap={None: _SPACE})
    root.text = one_line(report)
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    package = main.package
    place = package.next_partname(f"/{_FOLDER}item%d.xml")
    main.relate_to(Part(place, "application/xml", blob, package), RELATIONSHIP_TYPE.CUSTOM_XML)


def embedded(path: Path) -> str:
    """The report inside a Word file. Raises ``UserError`` where the file holds none."""
    with opened(path, "Word 文件（.docx）") as package:
        for part in sorted(package.parts):
            if part.startswith(_FOLDER) and part.endswith(".xml"):
                root = package.xml(part)
                if root.tag == _TAG and local(root):
                    return root.text or ""
    raise UserError(f"{path.name} 里没有核稿记录；只有 zhengwen check --out 写出的文件才有。")
