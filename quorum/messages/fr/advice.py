"""Conseils sur un programme qui peut tourner quand même : sans reproche, toujours utiles."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
    # Sans effet, ou avec un autre effet qu’il ne semble
    "Q7001": Entry(
        "Je range une valeur dans `{name}`, mais rien ne la lit.",
        "Utilise `{name}` plus bas, ou efface cette ligne.",
        {
            "object": (
                "Je crée l’objet `{name}`, mais rien ne l’utilise.",
                "Appelle une de ses actions, ou efface cette ligne.",
            ),
            "changed": (
                "Je change `{name}`, mais rien ne regarde jamais sa valeur.",
                "Utilise-la, par exemple avec `output {name}`, ou efface les lignes qui la "
                "changent.",
            ),
            "call": (
                "Je garde dans `{name}` ce que `{action}` me donne, mais rien ne le lit.",
                "Utilise `{name}` plus bas, ou écris seulement l’appel.",
            ),
            "quoted": (
                'Rien ne lit la variable `{name}`. À la ligne {line}, j’ai trouvé `"{name}"` '
                "entre guillemets : c’est un texte, pas la variable.",
                "Si tu veux y mettre la variable, écris `{name}` sans guillemets.",
            ),
        },
    ),
    "Q7002": Entry(
        "Rien ne lit le champ `{name}` de la classe `{class_name}`.",
        "Utilise-le dans une action de la classe, ou efface cette ligne.",
        {
            "object": (
                "Je crée l’objet `{name}` pour chaque `{class_name}`, mais rien ne l’utilise.",
                "Appelle une de ses actions, ou efface cette ligne.",
            )
        },
    ),
    "Q7003": Entry(
        "Je donne à `{name}` la valeur qu’il a déjà.",
        "Écris une autre valeur à droite de `=`, ou efface cette ligne.",
        {
            "field": (
                "Ici, `{name}` est les deux fois le paramètre : le champ `{name}` garde son "
                "ancienne valeur.",
                "Écris `me:{name} = {name}`.",
            )
        },
    ),
    "Q7004": Entry(
        "`{action}` donne une valeur et ne change rien ; ici, personne ne prend cette valeur.",
        "Mets-la dans une variable, ou montre-la : `{better}`.",
        {
            "same": (
                "`{action}` ne change pas `{name}` : elle donne une nouvelle valeur, et ici "
                "personne ne la prend.",
                "Écris `{better}`.",
            )
        },
    ),
    "Q7005": Entry(
        "Je divise ici un entier par un entier. Le résultat est encore un entier : ce qui vient "
        "après la virgule est perdu.",
        "Pour le garder, fais d’abord de l’un des deux un `number`, avec `cast(number, …)`.",
        {
            "literal": (
                "Je divise ici un entier par un entier. Le résultat est encore un entier : ce qui "
                "vient après la virgule est perdu.",
                "Pour le garder, écris `{better}`.",
            )
        },
    ),
    "Q7006": Entry(
        "Cette condition est toujours vraie : son bloc s’exécute toujours.",
        "Compare avec une variable qui change, ou écris le bloc sans `if`.",
        {
            "false": (
                "Cette condition n’est jamais vraie : son bloc ne s’exécute jamais.",
                "Compare avec une variable qui change.",
            ),
            "never": (
                "Cette boucle ne tourne pas une seule fois.",
                "Écris combien de fois, par exemple `repeat 10 times`, ou une autre condition.",
            ),
        },
    ),
    # Sans fin ou sans pause
    "Q7101": Entry(
        "Rien n’arrête cette boucle : elle continue jusqu’à ce qu’on arrête la carte.",
        "Si elle doit finir toute seule, écris par exemple `repeat 100 times`, ou `repeat until` "
        "avec une condition qui devient vraie un jour.",
        {
            "no_pause": (
                "Rien n’arrête cette boucle et rien n’y attend : elle tourne aussi vite que "
                "possible jusqu’à ce qu’on arrête la carte.",
                "Attends un peu à chaque tour, par exemple avec `timer:Sleep(100)`, et dis quand "
                "elle doit finir.",
            )
        },
    ),
    "Q7102": Entry(
        "La condition de cette boucle dépend de `{names}`, et rien dans la boucle ne le change : "
        "une fois commencée, elle ne finit jamais.",
        "Change `{name}` dans la boucle.",
    ),
    "Q7103": Entry(
        "Cette boucle écrit à chaque tour et n’attend jamais : il arrive tant de lignes que "
        "personne ne peut les lire.",
        "Attends un peu à chaque tour, par exemple avec `timer:Sleep(100)`.",
    ),
    "Q7104": Entry(
        "Chaque fois que `{name}` commence, elle s’appelle elle-même : elle n’arrive jamais à "
        "sa fin.",
        "Mets cet appel dans un `if` dont la condition sera fausse un jour.",
    ),
    # Ce qui manque à la carte, et ce qui est trop pour elle
    "Q7201": Entry(
        variants={
            "screen": (
                "Il n’y a pas d’écran sur {board_word} : dessiner sur `{name}` arrête le "
                "programme sur une erreur.",
                "Montre l’essentiel avec `output`.",
            ),
            "lights": (
                "Il n’y a pas de lumières sur {board_word} : allumer `{name}` arrête le "
                "programme sur une erreur.",
                "Montre l’essentiel avec `output`.",
            ),
            "buttons": (
                "Il n’y a pas de boutons sur {board_word} : interroger `{name}` arrête le "
                "programme sur une erreur.",
                "Laisse la caméra ou le temps décider de la suite.",
            ),
            "sound": (
                "Il n’y a pas de haut-parleur sur {board_word} : jouer avec `{name}` arrête le "
                "programme sur une erreur.",
                "Montre l’essentiel avec `output`.",
            ),
            "motion": (
                "Il n’y a pas de capteur de mouvement sur {board_word} : interroger `{name}` "
                "arrête le programme sur une erreur.",
                "Utilise une autre partie du robot, ou mets la question dans `check` et `detect`.",
            ),
            "battery": (
                "Il n’y a pas de batterie sur {board_word} : interroger `{name}` arrête le "
                "programme sur une erreur.",
                "Mets la question dans `check` et `detect`.",
            ),
        }
    ),
    "Q7202": Entry(
        "Il n’y a pas de clavier sur {board_word} : ici, le programme s’arrête sur une erreur.",
        "Utilise les boutons de la carte, ou écris la valeur dans le programme.",
    ),
    "Q7203": Entry(
        "Ce texte prend à lui seul {size} ko ; la mémoire est d’environ {heap} ko en tout sur "
        "{board_word}.",
        "Raccourcis-le, ou assemble-le pendant que le programme tourne.",
        {
            "array": (
                "Ce tableau prend à lui seul {size} ko ; la mémoire est d’environ {heap} ko en "
                "tout sur {board_word}.",
                "Fais un tableau plus petit.",
            )
        },
    ),
    "Q7204": Entry(
        "Avec ses bibliothèques, ce programme demande environ {needed} ko de mémoire ; il y en a "
        "environ {heap} ko sur {board_word}.",
        "Raccourcis-le : mets ce qui se répète dans des actions et utilise moins de bibliothèques.",
    ),
    "Q7205": Entry(
        "En MicroPython, ce programme fait {size} ko : il met environ {seconds} secondes pour "
        "arriver sur {board_word}.",
        "Mets ce qui se répète dans des actions ou des boucles : il commencera plus tôt.",
    ),
    "Q7206": Entry(
        "Un nombre n’a qu’environ 7 chiffres sur {board_word} : `{written}` y devient `{stored}`.",
        "Compte les grandes quantités avec un `integer`, ou prends des unités plus petites.",
    ),
}
