"""Français. Première personne, court, bienveillant ; le texte est aussi souvent écouté que lu."""

from __future__ import annotations

from quorum.messages.entry import Entry

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
}

ENTRIES = {
    # Lecture des fichiers
    "Q0001": Entry(
        "Je ne peux pas lire {file} : ce n’est pas un texte.",
        "Ouvre ton programme dans un éditeur de texte et enregistre-le comme texte simple.",
    ),
    "Q0002": Entry(
        "Je ne peux pas lire {file} : il y a ici un octet qui n’est pas du texte UTF-8.",
        "Enregistre le fichier avec l’encodage « UTF-8 ».",
        {
            "utf16": (
                "Je ne peux pas lire {file} : il a été enregistré en UTF-16.",
                "Enregistre le fichier avec l’encodage « UTF-8 ».",
            )
        },
    ),
    "Q0003": Entry("Je n’ai reçu aucun programme à lire.", "Donne-moi au moins un fichier."),
    "Q0004": Entry(
        "Je ne peux pas ouvrir le fichier {file}.",
        "Vérifie le nom du fichier et le dossier où il se trouve.",
    ),
    # Caractères
    "Q1001": Entry(
        "Je ne connais pas le caractère `{character}` à cet endroit.",
        "Enlève-le, ou écris-le dans un texte entre guillemets droits.",
    ),
    "Q1002": Entry(
        "J’ai trouvé le guillemet {character}, celui d’un traitement de texte.",
        'Écris le guillemet droit " des deux côtés du texte.',
        {
            "single": (
                "J’ai trouvé le signe {character}, mais un texte s’écrit entre guillemets droits.",
                'Écris le guillemet droit " des deux côtés du texte.',
            )
        },
    ),
    "Q1003": Entry(
        "Il y a ici {character_word} ({number}), qu’on ne voit pas.",
        "Efface ce caractère et écris une espace ordinaire s’il en faut une.",
    ),
    "Q1004": Entry(
        "La lettre `{character}` de `{word}` vient d’un autre alphabet ; "
        "elle a seulement l’air juste.",
        "Écris de nouveau `{better}` avec ton clavier.",
        {
            "sign": (
                "Je ne connais pas le signe {character}.",
                "Écris `{better}` à la place.",
            )
        },
    ),
    "Q1005": Entry(
        "Le nom `{word}` contient la lettre `{character}`, que je n’accepte pas dans un nom.",
        "Un nom n’a que les lettres de a à z et de A à Z, des chiffres et `_` : écris `{better}`.",
        {
            "no_letters": (
                "Je ne peux pas lire le nom `{word}` : il n’a pas de lettres de a à z.",
                "Un nom n’a que les lettres de a à z et de A à Z, des chiffres et `_`.",
            )
        },
    ),
    "Q1006": Entry(
        "Je lisais le texte qui commence ici, mais je n’ai pas trouvé son guillemet de fin.",
        'Écris " à la fin du texte.',
    ),
    "Q1007": Entry(
        "Je lisais le commentaire qui commence ici, mais je n’ai pas trouvé sa fin.",
        "Écris `*/` là où le commentaire finit.",
    ),
    "Q1008": Entry(
        "Je lisais le nombre `{text}`, mais il manque un chiffre à côté du point.",
        "Écris `{better}`.",
    ),
    "Q1009": Entry(
        "Je ne peux pas lire le nombre `{text}`.",
        "Un nombre avec un exposant s’écrit par exemple `1.0e3`.",
        {
            "better": (
                "Je ne peux pas lire le nombre `{text}` : il faut un point avant le `e`.",
                "Écris `{better}`.",
            )
        },
    ),
    "Q1010": Entry(
        "`{operator}` vient d’un autre langage.",
        "En Quorum, écris `{better}`.",
        {
            "combined": (
                "`{operator}` vient d’un autre langage.",
                "En Quorum, écris l’affectation en entier : `{better}`.",
            ),
            "power": (
                "Je ne connais pas l’opérateur `**`.",
                "Utilise Libraries.Compute.Math et appelle son action RaiseToPower.",
            ),
        },
    ),
    "Q1011": Entry(
        "`#` ne commence pas un commentaire en Quorum.",
        "Commence le commentaire par `//`.",
    ),
    "Q1012": Entry(
        "Je n’ai pas besoin de `;` en Quorum.",
        "Enlève le `;` : rien ne marque la fin d’une instruction.",
    ),
    "Q1013": Entry(
        "En Quorum, les blocs ne s’écrivent pas entre accolades.",
        "Enlève l’accolade qui ouvre, et écris `end` à la place de celle qui ferme.",
    ),
    # Grammaire
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
    # Noms
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
    # Types
    "Q4001": Entry(
        "`{operator}` ne va pas avec {left} et {right}.",
        "Il faut deux valeurs qui vont ensemble, par exemple deux nombres ou deux textes.",
        {
            "text_number": (
                "`{operator}` ne va pas avec {left} et {right}.",
                "Transforme d’abord le texte en nombre : `cast({numeric}, ...)`.",
            ),
            "logic": (
                "`{operator}` attend deux conditions, mais j’ai trouvé {left} et {right}.",
                "Écris une comparaison des deux côtés, par exemple `x > 0 {operator} x < 10`.",
            ),
            "boolean": (
                "`{operator}` ne va pas avec {left} et {right}.",
                "Un boolean vaut true ou false : il s’utilise avec `and`, `or`, `not` ou `=`.",
            ),
            "object": (
                "`{operator}` ne va pas avec {left} et {right}.",
                "Un objet n’est pas une valeur : "
                "appelle une de ses actions, par exemple `GetValue()`.",
            ),
            "classes": (
                "Je ne peux pas comparer {left} avec {right} : ce sont deux classes différentes.",
                "Demande la classe avec `is`, ou utilise `cast` pour avoir deux fois la même.",
            ),
            "undefined": (
                "`{operator}` ne va pas avec {left} et {right}.",
                "Seuls un texte ou un objet peuvent être `undefined`, "
                "et seuls `=` et `not=` le demandent.",
            ),
        },
    ),
    "Q4002": Entry(
        "Je ne peux pas mettre de signe moins devant un {found}.",
        "Mets-le devant un integer ou un number.",
        {
            "not": (
                "Je ne peux pas mettre `not` devant un {found}.",
                "`not` va avec une condition. Avec une comparaison, il faut des parenthèses : "
                "`not (a = b)`.",
            )
        },
    ),
    "Q4003": Entry(
        "`{name}` contient un {expected}, mais cette valeur est de type {found}.",
        "Écris une valeur de type {expected}.",
        {
            "to_text": (
                "`{name}` contient un {expected}, mais cette valeur est de type {found}.",
                "Transforme la valeur en texte : `cast(text, ...)`.",
            ),
            "from_text": (
                "`{name}` contient un {expected}, mais cette valeur est un texte.",
                "Transforme le texte en valeur : `cast({expected}, ...)`. "
                "Un nombre s’écrit sans guillemets.",
            ),
            "truncate": (
                "`{name}` contient un {expected}, mais cette valeur est un nombre à virgule.",
                "Déclare `{name}` comme number, ou enlève les décimales : `cast(integer, ...)`.",
            ),
            "box": (
                "`{name}` contient un objet de la classe {expected}, "
                "mais cette valeur est de type {found}.",
                "Écris `cast({expected}, ...)`, si la classe peut contenir une telle valeur.",
            ),
            "unbox": (
                "`{name}` contient un {expected}, "
                "mais cette valeur est un objet de la classe {found}.",
                "Appelle une action de l’objet qui donne un {expected}, par exemple `GetValue()`.",
            ),
            "undefined": (
                "`{name}` contient un {expected} : il ne peut pas être `undefined`.",
                "Écris une valeur de type {expected}.",
            ),
        },
    ),
    "Q4004": Entry(
        "Je ne vois pas quel type donner à `{name}`.",
        "Écris le type devant le nom : `{type} {name} = ...`",
        {
            "object": (
                "Je ne choisis pas moi-même le type d’une variable pour des objets.",
                "Écris la classe devant le nom : `{type} {name} = ...`",
            ),
            "undefined": (
                "`undefined` ne dit pas quel est le type de `{name}`.",
                "Écris le type devant le nom, par exemple `text {name} = undefined`.",
            ),
        },
    ),
    "Q4005": Entry(
        "`{name}` a besoin d’une première valeur.",
        "Écris par exemple `{type} {name} = {example}`.",
    ),
    "Q4006": Entry(
        "`{name}` est une constante (ligne {line}) : elle ne peut pas changer.",
        "Enlève là-bas le mot `constant`, ou utilise une autre variable.",
        {
            "field": (
                "`{name}` est une constante : elle ne peut pas changer.",
                "Enlève le mot `constant` dans sa déclaration, ou utilise une autre variable.",
            )
        },
    ),
    "Q4007": Entry(
        "Après `{word}`, j’attendais une condition, mais ceci est de type {found}.",
        "Une condition est vraie ou fausse, par exemple `x = 5`.",
        {
            "number": (
                "Après `{word}`, j’attendais une condition, mais ceci est de type {found}.",
                "Compare la valeur avec quelque chose, par exemple `x > 0`.",
            )
        },
    ),
    "Q4008": Entry(
        "Avant `times`, j’attendais un integer, mais ceci est de type {found}.",
        "Écris un nombre entier comme 3, ou utilise `cast(integer, ...)`.",
    ),
    "Q4009": Entry(
        "Après `{word}`, j’attendais une condition, mais ceci est de type {found}.",
        "Une condition est vraie ou fausse, par exemple `x < 10`.",
        {
            "number": (
                "Après `{word}`, j’attendais une condition, mais ceci est de type {found}.",
                "Compare la valeur avec quelque chose, par exemple `x < 10`. "
                "Pour répéter un certain nombre de fois, écris `repeat 10 times`.",
            )
        },
    ),
    "Q4010": Entry(
        "`{word}` ne peut pas montrer un objet de la classe {type}.",
        "Appelle une action de l’objet qui donne un texte ou un nombre.",
        {
            "undefined": (
                "`{word}` ne peut pas montrer `undefined`.",
                "Écris un texte, un nombre ou une variable.",
            )
        },
    ),
    "Q4011": Entry(
        "Je ne peux pas transformer un {found} en {expected}.",
        "`cast` passe d’integer, number ou text à un autre de ces types, et de text à boolean.",
        {
            "object": (
                "Je ne peux pas transformer un objet de la classe {found} en {expected}.",
                "Appelle une action de l’objet qui donne un {expected}.",
            )
        },
    ),
    "Q4012": Entry(
        "Un objet {found} ne peut jamais être un {expected} : "
        "les deux classes n’ont rien en commun.",
        "Après `is`, il y a une classe qui hérite de {found}.",
        {
            "primitive": (
                "`is` demande la classe d’un objet, mais ceci est de type {found}.",
                "Compare une valeur avec `=`.",
            )
        },
    ),
    "Q4013": Entry(
        "L’action `{name}` ne donne pas de résultat : on ne peut pas l’utiliser comme valeur.",
        "Appelle-la sur une ligne à elle, ou écris `returns` et un type après son nom.",
        {
            "chain": (
                "L’action juste avant ne donne pas de résultat : rien ne peut la suivre.",
                "Appelle les deux actions sur deux lignes.",
            )
        },
    ),
    "Q4014": Entry(
        "L’action `{name}` renvoie un {expected}, mais cette valeur est de type {found}.",
        "Renvoie une valeur de type {expected}.",
        {
            "to_text": (
                "L’action `{name}` renvoie un {expected}, mais cette valeur est de type {found}.",
                "Transforme la valeur en texte : `cast(text, ...)`.",
            ),
            "from_text": (
                "L’action `{name}` renvoie un {expected}, mais cette valeur est un texte.",
                "Transforme le texte en valeur : `cast({expected}, ...)`.",
            ),
            "truncate": (
                "L’action `{name}` renvoie un {expected}, "
                "mais cette valeur est un nombre à virgule.",
                "Écris `returns number`, ou enlève les décimales : `cast(integer, ...)`.",
            ),
            "box": (
                "L’action `{name}` renvoie un objet de la classe {expected}, "
                "mais cette valeur est de type {found}.",
                "Écris `cast({expected}, ...)`, si la classe peut contenir une telle valeur.",
            ),
            "unbox": (
                "L’action `{name}` renvoie un {expected}, "
                "mais cette valeur est un objet de la classe {found}.",
                "Appelle une action de l’objet qui donne un {expected}.",
            ),
            "undefined": (
                "L’action `{name}` renvoie un {expected} : elle ne peut pas renvoyer `undefined`.",
                "Renvoie une valeur de type {expected}.",
            ),
        },
    ),
    "Q4015": Entry(
        "L’action `{name}` doit renvoyer un {expected} : `return now` ne suffit pas.",
        "Écris `return` et une valeur.",
    ),
    "Q4016": Entry(
        "L’action `{name}` ne renvoie rien, mais ici elle renvoie un {found}.",
        "Écris `returns {found}` après les paramètres de l’action, ou écris `return now`.",
    ),
    "Q4017": Entry(
        "`alert` attend un texte ou une erreur, mais ceci est de type {found}.",
        'Écris un texte entre guillemets, par exemple alert("Trop loin !").',
    ),
    "Q4018": Entry(
        "Une valeur de type {type} n’a pas de champ `{name}`.",
        "Tu penses peut-être à une action : `{name}()`.",
    ),
    "Q4019": Entry(
        "`{name}` appartient aux objets ; on ne peut pas l’appeler sur un simple {type}.",
        "Utilise la valeur elle-même ; pour la changer, écris `=`.",
    ),
    "Q4020": Entry(
        "Je ne peux pas appeler `{name}` sur `undefined`.",
        "Appelle l’action sur un objet.",
    ),
    "Q4021": Entry(
        "`input` attend un texte à montrer, mais ceci est de type {found}.",
        "Écris une question entre guillemets.",
    ),
    "Q4022": Entry(
        "La classe `{name}` attend {expected} type(s) entre `<` et `>`, mais j’en ai trouvé "
        "{found}.",
        "Écris un type pour chacun, par exemple `{name}<integer>`.",
        {
            "none": (
                "La classe `{name}` n’attend pas de types entre `<` et `>`.",
                "Écris `{name}` tout seul.",
            ),
            "raw": (
                "Je ne sais pas quelles valeurs contient ce `{name}`.",
                "Écris le type dans sa déclaration, par exemple `{name}<integer>`.",
            ),
        },
    ),
    "Q4023": Entry(
        "Je ne peux pas créer un objet du type `{type}` : il remplace n’importe quelle classe.",
        "Écris `{type} {name} = undefined`.",
    ),
    # Classes et actions
    "Q5001": Entry(
        "Je ne sais pas où commencer : `{class_name}` n’a pas d’action `Main`.",
        "Écris `action Main`, les instructions, puis `end`.",
        {
            "case": (
                "Le programme commence dans l’action `Main`, mais celle-ci s’appelle `{name}`.",
                "Écris `Main` avec un M majuscule.",
            ),
            "parameters": (
                "Le programme commence dans l’action `Main` : "
                "elle ne peut pas avoir de paramètres.",
                "Écris `action Main` sans parenthèses.",
            ),
        },
    ),
    "Q5002": Entry(
        "L’action `{name}` promet un {expected}, mais elle peut finir sans `return`.",
        "Écris un `return` comme dernière instruction.",
    ),
    "Q5003": Entry(
        "On n’arrive jamais à cette instruction : "
        "le `{word}` de la ligne {line} a déjà quitté l’action.",
        "Enlève-la, ou mets-la avant la ligne {line}.",
    ),
    "Q5004": Entry(
        "La classe a déjà un `on create`.",
        "Mets les instructions des deux dans un seul.",
    ),
    "Q5005": Entry(
        "La classe `{name}` est son propre ancêtre.",
        "Enlève un des noms après `is`.",
    ),
    "Q5006": Entry(
        "`{class_name}` reçoit l’action `{name}` de deux parents : `{one}` et `{other}`.",
        "Écris dans `{class_name}` une action `{name}` qui dit laquelle tu veux.",
    ),
    "Q5007": Entry(
        "Le modèle (blueprint) `{name}` cache une action que le parent `{parent}` a déjà écrite.",
        "Enlève le modèle, ou donne-lui un autre nom.",
    ),
    "Q5008": Entry(
        "`{name}` remplace l’action de `{parent}`, qui renvoie un {expected} ; "
        "celle-ci renvoie un {found}.",
        "Les deux doivent renvoyer le même type.",
        {
            "nothing": (
                "`{name}` remplace l’action de `{parent}`, qui ne renvoie rien.",
                "Enlève `returns` ici.",
            )
        },
    ),
    "Q5009": Entry(
        "`{name}` est une classe partagée (shared) : elle ne peut pas être un parent.",
        "Déclare plutôt un objet de cette classe.",
    ),
    "Q5010": Entry(
        "Je ne peux pas créer un objet `{name}` : personne n’a écrit son action `{action}`.",
        "Écris cette action, ou utilise une classe qui la connaît.",
    ),
    "Q5011": Entry(
        "`{name}` n’est pas une erreur : `detect` ne peut pas l’attraper.",
        "Après `is`, il y a `Error` ou une classe qui en hérite.",
    ),
    "Q5012": Entry(
        "`{name}` est attrapée deux fois dans le même `check`.",
        "Garde un seul des deux.",
        {
            "all": (
                "Deux blocs `detect` attrapent tout.",
                "Garde un seul des deux.",
            )
        },
    ),
    "Q5013": Entry(
        "Le parent `{name}` attend entre `<` et `>` {expected} paramètre(s) de type de cette "
        "classe.",
        "Écris les noms qui suivent le nom de cette classe.",
        {
            "diamond": (
                "Cette classe hérite de `{name}` de deux façons différentes.",
                "Utilise le même paramètre de type des deux côtés.",
            )
        },
    ),
    "Q5014": Entry(
        "`{name}` est une action `system` : seules les bibliothèques de Quorum en ont.",
        "Enlève `system` et écris les instructions de l’action.",
    ),
    "Q5015": Entry(
        "Le parent `{name}` est nommé deux fois.",
        "Enlève l’un des deux.",
    ),
    # Limites
    "Q6002": Entry(
        "Je comprends `input`, mais la carte n’a pas de clavier.",
        "Utilise les boutons de la carte, ou écris la valeur dans le programme.",
    ),
    "Q6003": Entry(
        "Cette expression est trop longue pour moi.",
        "Mets d’abord une partie du calcul dans une variable.",
    ),
    # La plateforme
    "Q9001": Entry(
        "Je me suis trompé moi-même en lisant ton programme. Ce n’est pas ta faute.",
        "Dis-le à ton enseignant. Tu peux aussi essayer d’écrire autrement ton dernier changement.",
    ),
}
