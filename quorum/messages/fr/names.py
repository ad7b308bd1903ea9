"""Les noms des variables, des champs, des actions et des classes."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
    "Q3001": Entry(
        "Je ne connais pas de variable `{name}`.",
        "Donne-lui d’abord une valeur, par exemple `{name} = 0`.",
        {
            "near": (
                "Je ne connais pas de variable `{name}`.",
                "Voulais-tu écrire `{better}` ?",
            ),
            "word": (
                "Je ne connais pas `{name}`.",
                "En Quorum, écris `{better}`.",
            ),
            "object": (
                "Je ne connais pas d’objet `{name}`.",
                "Déclare-le d’abord : le nom de sa classe, puis `{name}`.",
            ),
            "gone": (
                "La variable `{name}` de la ligne {line} n’existe que dans son bloc.",
                "Donne-lui sa première valeur avant le bloc, alors elle est connue ici aussi.",
            ),
        },
    ),
    "Q3002": Entry(
        "`{class_name}` n’a pas de champ `{name}`.",
        "Vérifie le nom. Une action s’écrit avec des parenthèses : `{name}()`.",
        {
            "near": (
                "`{class_name}` n’a pas de champ `{name}`.",
                "Voulais-tu écrire `{better}` ?",
            ),
            "me": (
                "La classe `{class_name}` n’a pas de champ `{name}`.",
                "Déclare le champ en haut de la classe.",
            ),
            "inherited": (
                "Le champ `{name}` appartient au parent `{owner}`.",
                "Écris `parent:{owner}:{name}`.",
            ),
            "parent": (
                "Le champ `{name}` appartient à un parent de `{class_name}`.",
                "Écris `{better}` après l’objet.",
            ),
            "action": (
                "`{name}` est une action de `{class_name}` : il lui faut des parenthèses.",
                "Écris `{better}`.",
            ),
        },
    ),
    "Q3003": Entry(
        "`{class_name}` n’a pas d’action `{name}`.",
        "Vérifie le nom dans la liste des actions de `{class_name}`.",
        {
            "near": (
                "`{class_name}` n’a pas d’action `{name}`.",
                "Voulais-tu écrire `{better}` ?",
            ),
            "near_own": (
                "Je ne connais pas d’action `{name}` dans ce programme.",
                "Voulais-tu écrire `{better}` ?",
            ),
            "own": (
                "Je ne connais pas d’action `{name}` dans ce programme.",
                "Écris cette action, ou nomme l’objet qui la connaît : `objet:{name}()`.",
            ),
            "statement": (
                "Je ne connais pas d’action `{name}`.",
                "Voulais-tu écrire l’instruction `{better}` ? Elle s’écrit sans parenthèses.",
            ),
            "class": (
                "`{name}` est une classe : on ne peut pas l’appeler.",
                "Crée un objet de cette classe : `{name} {variable}`",
            ),
            "field": (
                "`{name}` est un champ de `{class_name}`, pas une action.",
                "Enlève les parenthèses.",
            ),
            "blueprint": (
                "`{name}` est un modèle (blueprint) dans `{class_name}` : "
                "il n’y contient pas d’instructions.",
                "Appelle l’action sans `parent`.",
            ),
        },
    ),
    "Q3004": Entry(
        "`{name}` n’accepte pas ({found}).",
        "L’action attend ceci : `{expected}`",
        {
            "several": (
                "`{name}` n’accepte pas ({found}).",
                "L’action attend une de ces formes : `{others}`",
            ),
            "none": (
                "`{name}` attend des valeurs entre ses parenthèses.",
                "L’action attend ceci : `{expected}`",
            ),
            "none_several": (
                "`{name}` attend des valeurs entre ses parenthèses.",
                "L’action attend une de ces formes : `{others}`",
            ),
            "takes_none": (
                "`{name}` n’attend rien entre ses parenthèses.",
                "Écris `{name}()`.",
            ),
        },
    ),
    "Q3005": Entry(
        "Je ne connais pas de classe ni de type `{name}`.",
        "Les types sont `integer`, `number`, `text`, `boolean` et les classes des lignes `use`.",
        {
            "near": (
                "Je ne connais pas de classe ni de type `{name}`.",
                "Voulais-tu écrire `{better}` ?",
            ),
            "near_use": (
                "Je ne connais pas de classe `{name}`.",
                "Voulais-tu écrire `{better}` ? Il faut une ligne `use` en haut du programme.",
            ),
            "primitive": (
                "Je ne connais pas le type `{name}`.",
                "En Quorum, écris `{better}`.",
            ),
            "statement": (
                "Je ne connais pas le mot `{name}`.",
                "Voulais-tu écrire `{better}` ?",
            ),
            "untyped": (
                "En Quorum, une variable n’a pas besoin du mot `{name}`.",
                "Écris seulement le nom, `=` et la valeur, par exemple `x = 5`.",
            ),
        },
    ),
    "Q3006": Entry(
        "Je connais la classe `{name}`, mais le programme ne l’utilise pas encore.",
        "Écris tout en haut du programme : {better}",
    ),
    "Q3007": Entry(
        "Je ne connais pas la bibliothèque `{name}`.",
        "Vérifie le nom de la bibliothèque.",
        {
            "near": (
                "Je ne connais pas la bibliothèque `{name}`.",
                "Voulais-tu écrire `{better}` ?",
            )
        },
    ),
    "Q3008": Entry(
        "Il y a deux classes `{name}` : `{one}` et `{other}`.",
        "Écris le nom complet de celle que tu veux.",
    ),
    "Q3009": Entry(
        "Il y a déjà une variable `{name}`, à la ligne {line}.",
        "Choisis un autre nom. Pour changer sa valeur, écris seulement `{name} = ...`, "
        "sans le type.",
    ),
    "Q3010": Entry(
        "Deux paramètres portent le même nom `{name}`.",
        "Choisis un autre nom pour l’un des deux.",
    ),
    "Q3011": Entry(
        "Il y a déjà une action `{name}` sans paramètres.",
        "Choisis un autre nom, ou enlève l’une des deux.",
        {
            "types": (
                "Il y a déjà une action `{name}` avec les paramètres ({types}).",
                "Choisis un autre nom, ou enlève l’une des deux.",
            )
        },
    ),
    "Q3012": Entry(
        "Il y a déjà une classe `{name}` dans ce programme.",
        "Choisis un autre nom pour l’une des deux.",
    ),
    "Q3013": Entry(
        "La classe a déjà un champ `{name}`.",
        "Choisis un autre nom, ou enlève l’un des deux.",
    ),
    "Q3014": Entry(
        "`{name}` sert ici avant d’avoir une valeur.",
        "Donne-lui une valeur dans une ligne plus haut.",
    ),
    "Q3015": Entry(
        "Je ne peux pas choisir entre deux actions pour ({found}) : `{one}` et `{other}`.",
        "Utilise `cast` pour dire clairement quel type tu veux.",
    ),
    "Q3016": Entry(
        "Le champ `{name}` est privé : seule la classe `{class_name}` peut s’en servir.",
        "Écris `public` devant le champ, ou appelle une action de la classe.",
    ),
    "Q3017": Entry(
        "L’action `{name}` est privée : seule la classe `{class_name}` peut l’appeler.",
        "Enlève `private` devant l’action, ou appelle une autre action.",
    ),
    "Q3018": Entry(
        "`{name}` n’est pas un parent de `{class_name}`.",
        "Après `parent:`, il y a une classe nommée après `is`.",
    ),
    "Q3019": Entry(
        "`{name}` est une action : il lui faut des parenthèses.",
        "Écris `{name}()`.",
    ),
    "Q3020": Entry(
        "`{name}` est une classe, mais j’attendais ici un objet.",
        "Crée d’abord un objet : `{name} {variable}`. Ensuite, écris ici `{variable}`.",
    ),
}
