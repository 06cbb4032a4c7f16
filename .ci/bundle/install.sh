#!/usr/bin/env bash
# Installs zhengwen from the wheels beside this script; nothing is fetched from elsewhere.
# Usage: ./install.sh [FOLDER]       the environment to make (default: ./venv)
#        PYTHON=/path/to/python$ZW_PYTHON ./install.sh
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
venv=${1:-$here/venv}
python=${PYTHON:-python$ZW_PYTHON}
command -v "$python" >/dev/null && [[ $("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])') == "$ZW_PYTHON" ]] \
	|| { echo "需要 Python $ZW_PYTHON / Python $ZW_PYTHON is needed: PYTHON=/path/to/python$ZW_PYTHON $0" >&2; exit 1; }
"$python" -m venv "$venv"
# The wheels are the whole list: what torch alone would need is left out on purpose.
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check \
	--no-index --find-links "$here/wheels" --no-deps "$here"/wheels/*.whl
echo "已安装 / installed: $venv/bin/zhengwen"
