"""Makes the picture that stands beside shared links: `python -m docs.shared_picture`.

Draws the weave of the site, on its ground, for pages without a picture of their own.
"""

from pathlib import Path

from PIL import Image, ImageDraw

TARGET = Path(__file__).parent.parent / "wiego_site" / "static" / "img" / "shared.png"
WIDTH, HEIGHT = 1200, 630
# Drawn larger, then shrunk, so that round ends are smooth.
FINE = 4
GROUND, WHITE = "#ffb81f", "#ffffff"
# The threads of templates/components/weave.html: colour, place, and where they end.
WARP = [("#5a189a", 50, 480), ("#c22e17", 150, 524)]
WARP += [("#0a6b4b", 250, 466), ("#23102f", 350, 545)]
WEFT = [(70, -20), (170, 12), (270, -36), (370, -4)]
THREAD, GAP, FAR = 66, 86, 2000
# Where the corner of that drawing stands here.
LEFT, TOP = 400, 22


def main():
    picture = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), GROUND)
    draw_cloth(ImageDraw.Draw(picture))
    small = picture.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    small.quantize(32, dither=Image.Dither.NONE).save(TARGET, optimize=True)


def draw_cloth(draw):
    for colour, x, end in WARP:
        stroke(draw, colour, (x, -FAR), (x, end))
    for row, (y, start) in enumerate(WEFT):
        stroke(draw, GROUND, (7, y), (393, y), GAP, is_round=False)
        stroke(draw, WHITE, (start, y), (FAR, y))
        # Every other crossing has the coloured thread on top.
        for colour, x, _end in WARP[row % 2 :: 2]:
            stroke(draw, GROUND, (x, y - 50), (x, y + 50), GAP, is_round=False)
            stroke(draw, colour, (x, y - 53), (x, y + 53), is_round=False)


def stroke(draw, colour, start, end, thickness=THREAD, is_round=True):
    """Draw a level or upright thread between two points of the weave."""
    half = thickness / 2
    along = (0, half) if start[0] == end[0] else (half, 0)
    reach = along if is_round else (0, 0)
    across = (half - along[0], half - along[1])
    corners = [
        start[0] - across[0] - reach[0],
        start[1] - across[1] - reach[1],
        end[0] + across[0] + reach[0],
        end[1] + across[1] + reach[1],
    ]
    radius = half * FINE if is_round else 0
    draw.rounded_rectangle(
        [
            (place + (TOP if index % 2 else LEFT)) * FINE
            for index, place in enumerate(corners)
        ],
        radius,
        fill=colour,
    )


if __name__ == "__main__":
    main()
