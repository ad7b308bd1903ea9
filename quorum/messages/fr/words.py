"""Les morceaux de phrase."""

from __future__ import annotations

WORDS = {
    # ce qui a été trouvé
    "end_of_file": "la fin du programme",
    # caractères qu'on ne voit pas
    "no_break_space": "une espace insécable",
    "zero_width": "un caractère sans largeur",
    "soft_hyphen": "un trait d’union invisible",
    "line_separator": "une fin de ligne d’une autre sorte",
    "form_feed": "un saut de page",
    "control_character": "un caractère de commande",
    "odd_space": "une espace d’une autre largeur",
    # blocs qui attendent un `end`
    "block_if": "le `if`",
    "block_repeat": "la boucle",
    "block_check": "le `check`",
    "block_action": "l’action",
    "block_class": "la classe",
    "block_on": "le `on create`",
    # à quoi sert un nom
    "variable": "d’une variable",
    "class": "d’une classe",
    "action": "d’une action",
    "parameter": "d’un paramètre",
    "member": "d’un champ ou d’une action",
    "type_parameter": "d’un paramètre de type",
    "detect": "de l’erreur attrapée",
    "package": "d’un paquet",
    "use": "d’une classe d’une bibliothèque",
    "value": "d’une valeur",
    # endroits
    "after_cast": "après `cast`",
    "inside_cast": "entre le type et la valeur de `cast`",
    "after_input": "après `input`",
    "after_alert": "après `alert`",
    "after_parent": "après `parent`",
    "after_parent_class": "après le nom du parent",
    "type_arguments": "après les types entre `<` et `>`",
    "type_arguments_blank": "avec une espace entre `>` et `=`",
    "after_shared": "ici",
    "before_action": "ici",
    "after_on": "après `on`",
    # les valeurs selon leur type
    "type_integer": "un entier (`integer`)",
    "type_number": "un nombre à virgule (`number`)",
    "type_text": "un texte (`text`)",
    "type_boolean": "une valeur vraie ou fausse (`boolean`)",
    "type_undefined": "`undefined`",
    "type_nothing": "rien",
    "type_class": "un objet de la classe `{}`",
    # boards
    "board_cores3": "le M5Stack CoreS3",
    "board_core2": "le M5Stack Core2",
    "board_basic": "le M5Stack Basic",
    "board_gray": "le M5Stack Gray",
    "board_fire": "le M5Stack Fire",
    "board_plain": "une carte avec MicroPython seul",
    "board_virtual": "la carte virtuelle",
}
