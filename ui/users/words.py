"""What the sign-in says, Chinese and English side by side."""

from rag.users.roles import Role
from ui.phrase import Phrase

title = Phrase("登录政问", "Sign in to Zhengwen")
user = Phrase("用户名", "User name")
password = Phrase("密码", "Password")
enter = Phrase("登录", "Sign in")
leave = Phrase("退出", "Sign out")
signed_in_as = Phrase("{name}（{role}）", "{name} ({role})")
wrong = Phrase("用户名或密码不对。", "The user name or the password is wrong.")
forgotten = Phrase(
    "忘了密码，请找管理员重设。", "Forgotten it? The administrator can set a new one."
)
wait = Phrase(
    "失败的次数太多，请 {seconds} 秒后再试。",
    "Too many failures; please try again in {seconds} seconds.",
)
unreadable = Phrase(
    "用户文件读不懂，谁也不能登录；服务器的日志说了为什么。",
    "The file of users makes no sense, so nobody can sign in; the server's log says why.",
)
foreign = Phrase(
    "这个请求来自别的网页，没有执行。",
    "This request came from another page and was not carried out.",
)
too_long = Phrase("请求太长。", "The request is too long.")
roles: dict[Role, Phrase] = {
    "reader": Phrase("读者", "reader"),
    "editor": Phrase("编辑", "editor"),
    "admin": Phrase("管理员", "administrator"),
}

NOT_SIGNED_IN = "请先登录。 Please sign in."
NOT_YOURS = "这不是您的文件或会话。 This file or visit is not yours."
NOT_ALLOWED = "您的角色不能做这一步。 Your role does not allow this."
"""Said where it is not known which language is read."""
