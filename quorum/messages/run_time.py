"""What people are told when a program stops by an error, in both languages.

A sentence for each kind of error; `{detail}` is the message that the program or the library gave.
"""

from __future__ import annotations

from collections.abc import Mapping

# Errors whose own message says more than their kind: it is shown after the sentence.
WITH_DETAIL = frozenset(
    {
        "CastError",
        "InvalidLocationError",
        "OutOfBoundsError",
        "InvalidArgumentError",
        "InvalidPathError",
        "InputOutputError",
        "ParseError",
        "ImportError",
        "ModuleNotFoundError",
    }
)

KINDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "DivideByZeroError": "I was asked to divide an integer by zero, and that has no result.",
        "UndefinedObjectError": "An action was called on `undefined`: there is no object here.",
        "CastError": "This value cannot become a value of the other type.",
        "InvalidLocationError": "This position does not exist. Positions count from 0.",
        "OutOfBoundsError": "This value is outside of what is allowed.",
        "InvalidArgumentError": "An action was given a value that it cannot use.",
        "InvalidPathError": "This path is not valid.",
        "InputOutputError": "A part of the board or the camera did not answer.",
        "FileNotFoundError": "This file does not exist.",
        "EndOfFileError": "This file ended too early.",
        "ParseError": "This text could not be understood.",
        "ConcurrencyError": "Two parts of the program disturbed each other.",
        "MatrixError": "This calculation with matrices is impossible.",
        "PhysicsError": "This calculation of the physical world is impossible.",
        "RecursionError": "The actions call each other without end: one of them must stop calling.",
        "MemoryError": "The memory of the board is full: the program keeps too many things.",
        "ImportError": "The program needs a part of the board that is not here.",
        "ModuleNotFoundError": "The program needs a part of the board that is not here.",
    },
    "fr": {
        "DivideByZeroError": "On m’a demandé de diviser un entier par zéro : "
        "il n’y a pas de résultat.",
        "UndefinedObjectError": "Une action a été appelée sur `undefined` : "
        "il n’y a pas d’objet ici.",
        "CastError": "Cette valeur ne peut pas devenir une valeur de l’autre type.",
        "InvalidLocationError": "Cette position n’existe pas. Les positions comptent à partir "
        "de 0.",
        "OutOfBoundsError": "Cette valeur est en dehors de ce qui est permis.",
        "InvalidArgumentError": "Une action a reçu une valeur qu’elle ne peut pas utiliser.",
        "InvalidPathError": "Ce chemin n’est pas valable.",
        "InputOutputError": "Une partie de la carte ou la caméra n’a pas répondu.",
        "FileNotFoundError": "Ce fichier n’existe pas.",
        "EndOfFileError": "Ce fichier s’est terminé trop tôt.",
        "ParseError": "Ce texte n’a pas pu être compris.",
        "ConcurrencyError": "Deux parties du programme se sont dérangées.",
        "MatrixError": "Ce calcul avec des matrices est impossible.",
        "PhysicsError": "Ce calcul du monde physique est impossible.",
        "RecursionError": "Les actions s’appellent sans fin : l’une d’elles doit s’arrêter "
        "d’appeler.",
        "MemoryError": "La mémoire de la carte est pleine : le programme garde trop de choses.",
        "ImportError": "Le programme a besoin d’une partie de la carte qui n’est pas là.",
        "ModuleNotFoundError": "Le programme a besoin d’une partie de la carte qui n’est pas là.",
    },
}

# What the runtime says in so many words, where the kind of the error says less.
SENTENCES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "There is no keyboard here.": "`input` waits for somebody to type, but there is no "
        "keyboard here. Use the buttons of the board.",
        "Nothing more is typed.": "`input` waits for a line, but nothing more is typed.",
    },
    "fr": {
        "There is no keyboard here.": "`input` attend que quelqu’un écrive, mais il n’y a pas de "
        "clavier ici. Utilise les boutons de la carte.",
        "Nothing more is typed.": "`input` attend une ligne, mais plus rien n’est écrit.",
    },
}

# The sentence for an error that only has its own message, and for one without any.
PHRASES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "error": "The program stopped with an error: {detail}",
        "own": "The program stopped with an error of the class {name}: {detail}",
        "silent": "The program stopped with an error of the class {name}.",
        "internal": "I made a mistake myself while the program ran; it is not your fault. "
        "Tell your teacher. ({name}: {detail})",
        "gone": "The program was ended from outside.",
        "calls": "The calls that led here, the last one first:",
        "call": "    {action}, line {line}",
        "call_file": "    {action}, {file}, line {line}",
        "times": " ({count} times)",
        "line": "Line {line}: ",
        "line_action": "Line {line}, in the action {action}: ",
        "file_line": "{file}, line {line}: ",
        "file_line_action": "{file}, line {line}, in the action {action}: ",
    },
    "fr": {
        "error": "Le programme s’est arrêté sur une erreur : {detail}",
        "own": "Le programme s’est arrêté sur une erreur de la classe {name} : {detail}",
        "silent": "Le programme s’est arrêté sur une erreur de la classe {name}.",
        "internal": "Je me suis trompé moi-même pendant que le programme tournait ; ce n’est "
        "pas ta faute. Dis-le à ton enseignant. ({name} : {detail})",
        "gone": "Le programme a été arrêté de l’extérieur.",
        "calls": "Les appels qui ont mené ici, le dernier d’abord :",
        "call": "    {action}, ligne {line}",
        "call_file": "    {action}, {file}, ligne {line}",
        "times": " ({count} fois)",
        "line": "Ligne {line} : ",
        "line_action": "Ligne {line}, dans l’action {action} : ",
        "file_line": "{file}, ligne {line} : ",
        "file_line_action": "{file}, ligne {line}, dans l’action {action} : ",
    },
}
