#!/usr/bin/env bash
# Makes the files of samples/ anew. Needs a Chromium (CHROMIUM_PATH) with a Chinese font, and ffmpeg with libflite.
# The recordings say in a synthetic voice that they are samples; nobody's voice or face is in them.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=$here/../../samples
mkdir -p "$out"

"${CHROMIUM_PATH:-chromium}" --headless --no-sandbox --disable-gpu --no-pdf-header-footer \
  --print-to-pdf="$out/lin-xiaowen.pdf" "file://$here/lin-xiaowen.html" 2>/dev/null
(cd "$here/../.." && node --import tsx tools/samples/make-docx.ts "$out/zhou-haitao.docx")

say='This is a sample recording made for the demonstration of Jinji. It holds no real voice. The main points of the answer were typed beside it.'
speech="flite=text='$say':voice=slt"
ffmpeg -hide_banner -loglevel error -y -f lavfi -i "$speech" \
  -ac 1 -ar 48000 -c:a libopus -b:a 16k -fflags +bitexact -flags:a +bitexact "$out/voice.webm"
ffmpeg -hide_banner -loglevel error -y -f lavfi -i "$speech" -f lavfi -i 'testsrc2=size=320x240:rate=8' \
  -shortest -c:v libvpx -b:v 48k -g 16 -pix_fmt yuv420p -c:a libopus -b:a 16k -ac 1 -ar 48000 \
  -fflags +bitexact -flags:v +bitexact -flags:a +bitexact "$out/video.webm"
