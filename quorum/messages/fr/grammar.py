"""L’ordre des mots."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
    "Q2001": Entry(
        "Le programme est vide.",
        'Commence par une instruction, par exemple : output "Bonjour"',
    ),
    "Q2002": Entry(
        "Je lisais {block_word} de la ligne {line}, mais je n’ai pas trouvé son `end`.",
        "Ajoute `end` après la ligne {last_line}, au même niveau que `{opening}`.",
        {
            "else_if": (
                "`else if` commence un deuxième `if`, et il manque un `end`.",
                "Écris `elseif` en un seul mot.",
            )
        },
    ),
    "Q2003": Entry(
        "Je n’attendais pas `{word}` ici.",
        "Regarde ce qui se trouve juste avant : il y manque peut-être quelque chose.",
        {
            "end": (
                "Ce `end` ne ferme rien : tous les blocs sont déjà fermés.",
                "Enlève ce `end`, ou cherche le `if`, le `repeat` ou l’`action` qui manque.",
            ),
            "else": (
                "Ce `else` n’appartient à aucun `if`.",
                "Enlève le `else`, ou vérifie qu’il n’y a pas de `end` juste avant.",
            ),
            "elseif": (
                "Ce `elseif` n’appartient à aucun `if`.",
                "Commence par `if`, ou vérifie qu’il n’y a pas de `end` juste avant.",
            ),
            "detect": (
                "Ce `detect` n’appartient à aucun `check`.",
                "Commence par `check`, ou vérifie qu’il n’y a pas de `end` juste avant.",
            ),
            "always": (
                "Ce `always` n’appartient à aucun `check`.",
                "Commence par `check`, ou vérifie qu’il n’y a pas de `end` juste avant.",
            ),
            "times": (
                "J’ai trouvé `times` sans `repeat`.",
                "Une boucle s’écrit ainsi : repeat 3 times",
            ),
            "parenthesis": (
                "Cette parenthèse qui ferme n’a pas de partenaire.",
                "Enlève-la, ou écris la parenthèse `(` qui ouvre.",
            ),
            "before_type": (
                "Je ne connais pas le mot `{word}` devant un type.",
                "Enlève `{word}`.",
            ),
        },
    ),
    "Q2004": Entry(
        "Après `{before}`, j’attendais une valeur, mais j’ai trouvé {found_word}.",
        "Écris-y une valeur : un nombre, un texte entre guillemets, une variable ou un appel.",
    ),
    "Q2005": Entry(
        "J’attendais le nom {role_word}, mais j’ai trouvé {found_word}.",
        "Un nom commence par une lettre, par exemple `score`.",
    ),
    "Q2006": Entry(
        "`{name}` est un mot de Quorum : il ne peut pas être le nom {role_word}.",
        "Choisis un autre nom, par exemple `my{name}`.",
    ),
    "Q2007": Entry(
        "Je ne connais pas d’instruction qui commence par `{name}`.",
        "Une instruction, c’est par exemple `output ...`, `x = ...` ou `robot:Move()`.",
        {
            "near": (
                "Je ne connais pas le mot `{name}`.",
                "Voulais-tu écrire `{better}` ?",
            ),
            "alone": (
                "`{name}` tout seul n’est pas une instruction.",
                "Pour appeler une action, écris `{name}()`. "
                "Pour changer une variable, écris `{name} = ...`.",
            ),
        },
    ),
    "Q2008": Entry(
        "J’attendais ici une instruction, mais j’ai trouvé {found_word}.",
        "Une instruction dit quoi faire, par exemple `output ...` ou `x = ...`.",
        {
            "value": (
                "C’est une valeur, mais pas une instruction : j’ai trouvé {found_word}.",
                "Dis quoi faire de la valeur, par exemple `output ...` ou `x = ...`.",
            ),
            "me": (
                "`me` tout seul n’est pas une instruction.",
                "Dis quoi faire de l’objet, par exemple `me:x = 5`.",
            ),
            "parent": (
                "`parent` ne peut pas se trouver au milieu d’une chaîne.",
                "Mets d’abord l’objet dans une variable, "
                "puis écris `variable:parent:Classe:Action()`.",
            ),
        },
    ),
    "Q2009": Entry(
        "Je n’ai pas trouvé la `)` qui ferme cette parenthèse ; j’ai trouvé {found_word}.",
        "Écris `)` là où la parenthèse finit.",
    ),
    "Q2010": Entry(
        "J’attendais `{symbol}` {place_word}, mais j’ai trouvé {found_word}.",
        "Écris-y `{symbol}`.",
    ),
    "Q2011": Entry(
        "Je n’ai pas besoin du mot `{word}` ici.",
        "Enlève `{word}`.",
        {
            "then": (
                "En Quorum, il n’y a pas de `{word}`.",
                "Enlève `{word}` : le bloc commence tout de suite après la condition.",
            ),
            "colon": (
                "En Quorum, il n’y a pas de `:` à la fin d’une ligne.",
                "Enlève le `:`. Le bloc se termine par `end`.",
            ),
            "end": (
                "`end` tout seul suffit.",
                "Écris `end` à la place de `{word}`.",
            ),
            "while": (
                "En Quorum, une boucle ne commence pas par `{word}`.",
                "Écris `repeat {word}`.",
            ),
        },
    ),
    "Q2012": Entry(
        "Je lisais la boucle `repeat {text}` et j’attendais le mot `times`, "
        "mais j’ai trouvé {found_word}.",
        "Écris `repeat {text} times`, ou `repeat while` avec une condition.",
        {
            "count": (
                "Je ne sais pas combien de fois répéter.",
                "Écris par exemple `repeat 3 times` ou `repeat while x < 10`.",
            )
        },
    ),
    "Q2013": Entry(
        "`{word}` vient d’un autre langage.",
        "",
        {
            "for": (
                "Il n’y a pas de boucle `{word}` en Quorum.",
                "Écris `repeat 10 times`, ou `repeat while i < 10` avec une variable qui compte.",
            ),
            "while": (
                "Il n’y a pas de `{word}` en Quorum.",
                "Écris `repeat while` et une condition.",
            ),
            "function": (
                "`{word}` ne commence pas une action en Quorum.",
                "Écris `action Nom(integer x)`, les instructions, puis `end`.",
            ),
            "switch": (
                "Il n’y a pas de `{word}` en Quorum.",
                "Écris `if`, `elseif` et `else`.",
            ),
            "import": (
                "Il n’y a pas de `{word}` en Quorum.",
                "Écris `use` et le nom de la bibliothèque tout en haut du programme.",
            ),
            "break": (
                "Il n’y a pas de `{word}` en Quorum : une boucle finit par sa condition.",
                "Écris la condition après `repeat while` ou `repeat until`.",
            ),
            "pass": (
                "Il n’y a pas de `{word}` en Quorum : un bloc peut être vide.",
                "Enlève `{word}`.",
            ),
        },
    ),
    "Q2014": Entry(
        "Un programme a des instructions ou des actions, mais pas les deux.",
        "Mets les instructions dans `action Main ... end`.",
        {
            "statements": (
                "Une action commence ici, mais le programme a commencé par des instructions.",
                "Mets les instructions dans `action Main ... end`, alors les deux vont ensemble.",
            ),
            "actions": (
                "Cette instruction est en dehors des actions.",
                "Mets-la dans `action Main ... end`.",
            ),
            "class": (
                "Une classe commence ici, mais le fichier a commencé par autre chose.",
                "Mets la classe dans un fichier à elle, ou mets tout dans la classe.",
            ),
        },
    ),
    "Q2015": Entry(
        "Un fichier contient une seule classe, et ici en commence une deuxième.",
        "Mets la deuxième classe dans un fichier à elle.",
    ),
    "Q2016": Entry(
        "La classe est terminée, mais j’ai encore trouvé {found_word}.",
        "Tout doit se trouver entre `class` et son `end`.",
    ),
    "Q2017": Entry(
        "L’entier {text} est trop grand : le plus grand est 2147483647.",
        "Écris un entier plus petit, ou un nombre à virgule, avec un point : `{text}.0`.",
        {
            "smallest": (
                "Je lis l’entier avant son signe moins, et 2147483648 est trop grand.",
                "Écris `-2147483647 - 1`.",
            )
        },
    ),
    "Q2018": Entry(
        "Le nom `{name}` finit par `_`, ce qui n’est pas permis.",
        "Écris `{better}`.",
        {
            "file": (
                "Le programme porte le nom de son fichier, et le nom `{name}` finit par `_`.",
                "Renomme le fichier, par exemple en `{better}`.",
            )
        },
    ),
    "Q2019": Entry(
        "Je ne peux pas comparer deux fois de suite avec `{operator}`.",
        "Utilise `and` et des parenthèses, par exemple `(a = b) and (b = c)`.",
        {
            "is": (
                "Après `is` et une classe, je n’attendais pas d’opérateur.",
                "Mets le test entre parenthèses, par exemple `(a is Block) and b`.",
            )
        },
    ),
    "Q2020": Entry(
        "`{first}` et `{second}` ne peuvent pas se suivre.",
        "Mets des parenthèses, par exemple `{first} ({second} x)`.",
    ),
    "Q2021": Entry(
        "Après `return`, j’attendais une valeur ou le mot `now`.",
        "Écris `return now` pour quitter l’action, ou `return` et le résultat.",
    ),
    "Q2022": Entry(
        "Ce `check` n’a ni `detect` ni `always`.",
        "Écris avant le `end` : `detect e`, et ce qu’il faut faire quand ça va mal.",
    ),
    "Q2023": Entry(
        "Cette instruction est dans la classe, mais en dehors de ses actions.",
        "Dans une classe, il n’y a que des variables et des actions : "
        "mets l’instruction dans une action.",
    ),
    "Q2024": Entry(
        "`{text}` est une valeur, mais pas une instruction.",
        "Pour appeler une action, écris `{text}()`. Pour changer la valeur, écris `{text} = ...`.",
    ),
    "Q2025": Entry(
        "Je ne peux pas changer `{text}` : il y a trop d’étapes avant le `=`.",
        "Mets d’abord l’objet dans une variable, puis écris `variable:champ = ...`.",
    ),
    "Q2026": Entry(
        "La ligne `{word}` arrive trop tard.",
        "Écris toutes les lignes `use` tout en haut du programme.",
        {
            "twice": (
                "C’est une deuxième ligne `package`.",
                "Garde une seule ligne `package`.",
            )
        },
    ),
    "Q2027": Entry(
        "Il y a trop de parenthèses les unes dans les autres : j’en suis au plus {limit}.",
        "Mets d’abord une partie du calcul dans une variable.",
        {
            "block": (
                "Il y a trop de blocs les uns dans les autres.",
                "Mets les blocs intérieurs dans une action à eux.",
            )
        },
    ),
    "Q2028": Entry(
        "Je lisais le nombre `{text}` : un nombre s’écrit avec un point, pas avec une virgule.",
        "Écris `{better}`.",
    ),
    "Q2029": Entry(
        "Je lisais `{name}`, mais un nom ne peut pas commencer par un chiffre.",
        "Commence par une lettre, par exemple `{better}`.",
    ),
    "Q2030": Entry(
        "Je lisais `{text}` : en Quorum, c’est un deux-points qui sépare un objet de son action.",
        "Écris `{better}`.",
    ),
    "Q2031": Entry(
        "Les crochets ne servent pas en Quorum.",
        "",
        {
            "index": (
                "Je ne peux pas lire un élément avec des crochets.",
                "Appelle une action, par exemple `names:Get(0)`.",
            ),
            "literal": (
                "Je ne peux pas lire une liste entre crochets.",
                "Utilise Libraries.Containers.Array et ajoute les valeurs une par une.",
            ),
        },
    ),
    "Q2032": Entry(
        "J’attendais un type, mais j’ai trouvé {found_word}.",
        "Un type, c’est `integer`, `number`, `text`, `boolean` ou le nom d’une classe.",
        {
            "undefined": (
                "`undefined` est une valeur, mais pas un type.",
                "Écris `integer`, `number`, `text`, `boolean` ou le nom d’une classe.",
            ),
            "constant": (
                "Avant le nom, j’attendais un type, mais j’ai trouvé {found_word}.",
                "Écris aussi le type, par exemple `constant integer x = 5`.",
            ),
            "parameter": (
                "Le paramètre `{name}` n’a pas de type.",
                "Écris son type devant lui, par exemple `integer {name}`.",
            ),
        },
    ),
    "Q2033": Entry(
        "Je ne connais pas `{name}` : en Quorum, majuscules et minuscules comptent.",
        "Écris `{better}`.",
    ),
    "Q2034": Entry(
        "Je ne peux pas compter `{name}` de cette façon.",
        "Écris `{better}`.",
    ),
    "Q2035": Entry(
        "Je lisais une action, mais elle n’a pas de nom.",
        "Écris son nom après `action`, par exemple `action Main`.",
    ),
    "Q2037": Entry(
        "Je ne peux pas mettre une valeur dans `{text}` : c’est le résultat d’une action.",
        "À gauche de `=`, il y a une variable.",
    ),
}
