"""Phrases that stand for a part of a sentence."""

from __future__ import annotations

WORDS = {
    # what was found
    "end_of_file": "the end of the program",
    # characters that cannot be seen
    "no_break_space": "a no-break space",
    "zero_width": "a character without width",
    "soft_hyphen": "a soft hyphen",
    "line_separator": "a line end of another kind",
    "form_feed": "a form feed",
    "control_character": "a control character",
    "odd_space": "a space of another width",
    # blocks that need an `end`
    "block_if": "the `if`",
    "block_repeat": "the loop",
    "block_check": "the `check`",
    "block_action": "the action",
    "block_class": "the class",
    "block_on": "the `on create`",
    # what a name is for
    "variable": "a variable",
    "class": "a class",
    "action": "an action",
    "parameter": "a parameter",
    "member": "a field or an action",
    "type_parameter": "a type parameter",
    "detect": "the caught error",
    "package": "a package",
    "use": "a class of a library",
    "value": "a value",
    # places
    "after_cast": "after `cast`",
    "inside_cast": "between the type and the value of `cast`",
    "after_input": "after `input`",
    "after_alert": "after `alert`",
    "after_parent": "after `parent`",
    "after_parent_class": "after the name of the parent",
    "type_arguments": "after the types in `<` and `>`",
    "type_arguments_blank": "with a space between `>` and `=`",
    "after_shared": "here",
    "before_action": "here",
    "after_on": "after `on`",
    # values by their type
    "type_integer": "an integer",
    "type_number": "a number",
    "type_text": "a text",
    "type_boolean": "a boolean",
    "type_undefined": "`undefined`",
    "type_nothing": "nothing",
    "type_class": "an object of the class `{}`",
    # boards
    "board_cores3": "the M5Stack CoreS3",
    "board_core2": "the M5Stack Core2",
    "board_basic": "the M5Stack Basic",
    "board_gray": "the M5Stack Gray",
    "board_fire": "the M5Stack Fire",
    "board_plain": "a board with MicroPython alone",
    "board_virtual": "the virtual board",
}
