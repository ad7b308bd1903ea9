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
        "DivideByZeroError": "I was to divide an integer by zero, and that has no result. "
        "Ask with `if` first whether it is zero.",
        "UndefinedObjectError": "I was to use an object, but there is only `undefined` here. "
        "Give the variable an object first.",
        "CastError": "I was to turn a value into another type, but it does not fit.",
        "InvalidLocationError": "I was looking for a position that does not exist. "
        "Positions count from 0.",
        "OutOfBoundsError": "I found a value outside of what is allowed here.",
        "InvalidArgumentError": "I was given a value that this action cannot use.",
        "InvalidPathError": "I was looking for a file, but this is no path that I can follow.",
        "InputOutputError": "I asked a part of the board or the camera, but it did not answer.",
        "FileNotFoundError": "I was looking for a file, but it does not exist.",
        "EndOfFileError": "I was reading, but the end came too early.",
        "ParseError": "I was reading a text, but I could not make it out.",
        "ConcurrencyError": "I found two parts of the program that disturb each other.",
        "MatrixError": "I was to calculate with matrices, but these do not go together.",
        "PhysicsError": "I was to calculate something of the physical world, but it is impossible.",
        "RecursionError": "I followed actions that call each other without end. "
        "Let one of them stop calling.",
        "MemoryError": "I have no memory left: the program keeps too many things.",
        "ImportError": "I was looking for a part of the board that the program needs, "
        "but it is not here.",
        "ModuleNotFoundError": "I was looking for a part of the board that the program needs, "
        "but it is not here.",
    },
    "fr": {
        "DivideByZeroError": "Je devais diviser un entier par zéro, et cela n’a pas de résultat. "
        "Demande d’abord avec `if` s’il vaut zéro.",
        "UndefinedObjectError": "Je devais utiliser un objet, mais il n’y a ici que `undefined`. "
        "Donne d’abord un objet à la variable.",
        "CastError": "Je devais transformer une valeur en un autre type, "
        "mais elle ne s’y prête pas.",
        "InvalidLocationError": "Je cherchais une position qui n’existe pas. "
        "Les positions comptent à partir de 0.",
        "OutOfBoundsError": "J’ai trouvé une valeur en dehors de ce qui est permis ici.",
        "InvalidArgumentError": "J’ai reçu une valeur que cette action ne peut pas utiliser.",
        "InvalidPathError": "Je cherchais un fichier, mais ce chemin ne mène nulle part.",
        "InputOutputError": "J’ai interrogé une partie de la carte ou la caméra, "
        "mais elle n’a pas répondu.",
        "FileNotFoundError": "Je cherchais un fichier, mais il n’existe pas.",
        "EndOfFileError": "Je lisais, mais la fin est arrivée trop tôt.",
        "ParseError": "Je lisais un texte, mais je n’ai pas pu le comprendre.",
        "ConcurrencyError": "J’ai trouvé deux parties du programme qui se dérangent.",
        "MatrixError": "Je devais calculer avec des matrices, mais celles-ci ne vont pas ensemble.",
        "PhysicsError": "Je devais calculer quelque chose du monde physique, "
        "mais c’est impossible.",
        "RecursionError": "J’ai suivi des actions qui s’appellent sans fin. "
        "Fais en sorte que l’une d’elles s’arrête d’appeler.",
        "MemoryError": "Je n’ai plus de mémoire : le programme garde trop de choses.",
        "ImportError": "Je cherchais une partie de la carte dont le programme a besoin, "
        "mais elle n’est pas là.",
        "ModuleNotFoundError": "Je cherchais une partie de la carte dont le programme a besoin, "
        "mais elle n’est pas là.",
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
        "scene": "I was to read the scene `{file}`, but I cannot: {detail}. "
        "A scene is a TOML or JSON file; give its path after `--scene`.",
        "machine": "I cannot go on, because this machine says: {detail}. "
        "Look whether its disk is full and whether the file may be written.",
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
        "scene": "Je devais lire la scène `{file}`, mais je n’y arrive pas : {detail}. "
        "Une scène est un fichier TOML ou JSON ; donne son chemin après `--scene`.",
        "machine": "Je ne peux pas continuer, car cette machine dit : {detail}. "
        "Regarde si son disque est plein et si le fichier peut être écrit.",
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
