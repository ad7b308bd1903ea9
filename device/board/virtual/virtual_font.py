# The letters of the virtual screen: one small font, drawn for it, that is enlarged for each size.
#
# A letter is up to five columns wide and nine rows high: seven above the line on which it stands,
# two below it.

ROWS = 9
SPACE = 3  # columns of a blank
DIGIT = 5
GAP = 1  # columns between two letters
_FIRST = 33  # "!"
_IN_STRIP = 14
_CELL = 6  # columns for each letter of a strip
_UNKNOWN = ("#####",) + ("#   #",) * 5 + ("#####", "", "")  # a box

# The printable letters of ASCII, fourteen side by side.
_STRIPS = (
    (
        "#     # #    # #    #   ##  #  ##   #       #   #",
        "#     # #    # #   #### ## #  #  #  #      #     #    # # #   #",
        "#           ##### # #      #  #  #        #       #    ###    #",
        "#            # #   ###    #    ##         #       #   ##### #####       ####  #",
        "#           #####   # #  #    # # #       #       #    ###    #",
        "             # #  ####   # ## #  #         #     #    # # #   #    #",
        "#            # #    #   #  ##  ## #         #   #                  #",
        "                                                                  #",
        "",
    ),
    (
        "    #  ###    #    ###   ###     #  #####   ##  #####  ###   ###                 #",
        "   #  #   #  ##   #   # #   #   ##  #      #        # #   # #   #               #",
        "   #  #  ## # #       #     #  # #  ####  #        #  #   # #   # #      #     #",
        "  #   # # #   #      #    ##  #  #      # ####    #    ###   ####             #",
        " #    ##  #   #     #       # #####     # #   #   #   #   #     #              #",
        " #    #   #   #    #    #   #    #  #   # #   #  #    #   #    #         #      #",
        "#      ###   ###  #####  ###     #   ###   ###   #     ###   ##   #      #       #",
        "                                                                        #",
        "",
    ),
    (
        "      #      ###   ###   ###  ####   ###  ####  ##### #####  ###  #   # ###     ###",
        "       #    #   # #   # #   # #   # #   # #   # #     #     #   # #   #  #       #",
        "####    #       # # ### #   # #   # #     #   # #     #     #     #   #  #       #",
        "         #     #  # # # ##### ####  #     #   # ####  ####  # ### #####  #       #",
        "####    #     #   # ### #   # #   # #     #   # #     #     #   # #   #  #       #",
        "       #          #     #   # #   # #   # #   # #     #     #   # #   #  #    #  #",
        "      #       #    #### #   # ####   ###  ####  ##### #      #### #   # ###    ##",
        "",
        "",
    ),
    (
        "#   # #     #   # #   #  ###  ####   ###  ####   #### ##### #   # #   # #   # #   #",
        "#  #  #     ## ## ##  # #   # #   # #   # #   # #       #   #   # #   # #   # #   #",
        "# #   #     # # # ##  # #   # #   # #   # #   # #       #   #   # #   # #   #  # #",
        "##    #     # # # # # # #   # ####  #   # ####   ###    #   #   # #   # # # #   #",
        "# #   #     #   # #  ## #   # #     # # # # #       #   #   #   #  # #  # # #  # #",
        "#  #  #     #   # #  ## #   # #     #  #  #  #      #   #   #   #  # #  ## ## #   #",
        "#   # ##### #   # #   #  ###  #      ## # #   # ####    #    ###    #   #   # #   #",
        "",
        "",
    ),
    (
        "#   # ##### ###   #     ###     #         #           #               #         ##",
        "#   #     # #      #      #    # #         #          #               #        #",
        " # #     #  #      #      #   #   #              ###  ####   ###   ####  ###  ####",
        "  #     #   #       #     #                         # #   # #     #   # #   #  #",
        "  #    #    #        #    #                      #### #   # #     #   # #####  #",
        "  #   #     #        #    #                     #   # #   # #     #   # #      #",
        "  #   ##### ###       # ###                      #### ####   ###   ####  ###   #",
        "                                    #####",
        "",
    ),
    (
        "      #      #      #   #     #                                                #",
        "      #                 #     #                                                #",
        " #### # ##  ##     ##   #  #  #     ## #  # ##   ###  ####   #### # ##   #### ####",
        "#   # ##  #  #      #   # #   #     # # # ##  # #   # #   # #   # ##    #      #",
        "#   # #   #  #      #   ##    #     # # # #   # #   # #   # #   # #      ###   #",
        "#   # #   #  #      #   # #   #     # # # #   # #   # #   # #   # #         #  #",
        " #### #   # ###     #   #  #   ##   # # # #   #  ###  ####   #### #     ####    ##",
        "    #               #                                 #         #",
        " ###              ##                                  #         #",
    ),
    (
        "                                      ##  #     ##",
        "                                     #    #       #",
        "#   # #   # #   # #   # #   # #####  #    #       #    #  #",
        "#   # #   # # # #  # #  #   #    #  #     #        #  # # #",
        "#   #  # #  # # #   #   #   #   #    #    #       #   #  #",
        "#  ##  # #  # # #  # #  #   #  #     #    #       #",
        " ## #   #    # #  #   #  #### #####   ##  #     ##",
        "                            #             #",
        "                         ###",
    ),
)

_glyphs = {}  # letter -> its glyph, for those that somebody has used


def glyph(letter):
    """(columns, [(row, column, rows, columns)]): the rectangles that make up the letter."""
    known = _glyphs.get(letter)
    if known is None:
        rows = _rows(letter)
        known = _glyphs[letter] = (_width(letter, rows), _strokes(rows))
    return known


def columns(text):
    """The width of a text, before it is enlarged."""
    return sum([glyph(letter)[0] + GAP for letter in text])


def _width(letter, rows):
    if letter == " ":
        return SPACE
    if letter.isdigit():
        return DIGIT  # a number takes as much room as the one it replaces
    return max([len(row) for row in rows])


def _rows(letter):
    place = ord(letter) - _FIRST
    if letter == " ":
        return ("",) * ROWS
    if not 0 <= place < 94:
        return _UNKNOWN
    strip = _STRIPS[place // _IN_STRIP]
    left = place % _IN_STRIP * _CELL
    return [row[left : left + _CELL].rstrip() for row in strip]


def _strokes(rows):
    """Rectangles that cover the dots: equal runs of rows that follow each other are one."""
    strokes = []
    growing = {}  # (column, width) -> its row of the strokes that reach down to the row before
    for y, row in enumerate(rows):
        reaching = {}
        for run in _runs(row):
            top = growing.get(run, y)
            reaching[run] = top
            if top < y:
                strokes.remove((top, run[0], y - top, run[1]))
            strokes.append((top, run[0], y + 1 - top, run[1]))
        growing = reaching
    return strokes


def _runs(row):
    """[(column, length)]"""
    runs = []
    x = 0
    while x < len(row):
        length = 0
        while x + length < len(row) and row[x + length] == "#":
            length += 1
        if length:
            runs.append((x, length))
        x += length + 1
    return runs
