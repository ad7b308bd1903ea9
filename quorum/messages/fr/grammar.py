"""L’ordre des mots."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
    "Q2001": Entry(
        "Je voulais lire le programme, mais il est vide.",
        'Commence par une instruction, par exemple `output "Bonjour"`.',
    ),
    "Q2002": Entry(
        "Je lisais {block_word} de la ligne {line}, mais je n’ai pas trouvé son `end`.",
        "Ajoute `end` après la ligne {last_line}, au même niveau que `{opening}`.",
        {
            "else_if": (
                "J’ai trouvé `else if` : cela commence un deuxième `if`, et il manque un `end`.",
                "Écris `elseif` en un seul mot.",
            )
        },
    ),
    "Q2003": Entry(
        "J’ai trouvé `{word}`, mais je ne l’attendais pas ici.",
        "Enlève-le, ou regarde ce qui se trouve juste avant : il y manque peut-être quelque chose.",
        {
            "end": (
                "J’ai trouvé un `end` qui ne ferme rien : tous les blocs sont déjà fermés.",
                "Enlève ce `end`, ou cherche le `if`, le `repeat` ou l’`action` qui manque.",
            ),
            "else": (
                "J’ai trouvé un `else`, mais pas le `if` auquel il appartient.",
                "Écris un `if` avant lui, ou cherche un `end` de trop juste avant.",
            ),
            "elseif": (
                "J’ai trouvé un `elseif`, mais pas le `if` auquel il appartient.",
                "Commence par `if`, ou cherche un `end` de trop juste avant.",
            ),
            "detect": (
                "J’ai trouvé un `detect`, mais pas le `check` auquel il appartient.",
                "Commence par `check`, ou cherche un `end` de trop juste avant.",
            ),
            "always": (
                "J’ai trouvé un `always`, mais pas le `check` auquel il appartient.",
                "Commence par `check`, ou cherche un `end` de trop juste avant.",
            ),
            "times": (
                "J’ai trouvé `times`, mais pas de `repeat` avant lui.",
                "Une boucle s’écrit ainsi : `repeat 3 times`.",
            ),
            "parenthesis": (
                "J’ai trouvé une `)`, mais pas la `(` qui va avec elle.",
                "Enlève-la, ou écris la `(` qui ouvre.",
            ),
            "before_type": (
                "J’ai trouvé le mot `{word}` devant un type, mais je n’en ai pas besoin.",
                "Enlève `{word}`.",
            ),
            "before_class": (
                "J’ai trouvé `{word}` devant une classe, mais toutes les autres classes peuvent "
                "déjà s’en servir.",
                "Enlève `{word}` : il est fait pour les champs et les actions.",
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
        "J’ai trouvé `{name}` comme nom {role_word}, mais c’est un mot de Quorum lui-même.",
        "Choisis un autre nom, par exemple `{better}`.",
    ),
    "Q2007": Entry(
        "Je lisais une instruction, mais je n’en connais pas qui commence par `{name}`.",
        "Une instruction, c’est par exemple `output ...`, `x = ...` ou `robot:Move()`.",
        {
            "near": (
                "Je lisais une instruction, mais je ne connais pas le mot `{name}`.",
                "Voulais-tu écrire `{better}` ?",
            ),
            "alone": (
                "J’ai trouvé `{name}` tout seul, mais cela ne me dit pas quoi faire.",
                "Pour appeler une action, écris `{name}()`. "
                "Pour changer une variable, écris `{name} = ...`.",
            ),
        },
    ),
    "Q2008": Entry(
        variants={
            "value": (
                "J’ai trouvé {found_word} : c’est une valeur, mais rien ne me dit quoi en faire.",
                "Dis quoi faire de la valeur, par exemple `output ...` ou `x = ...`.",
            ),
            "me": (
                "J’ai trouvé `me` tout seul, mais cela ne me dit pas quoi faire.",
                "Dis quoi faire de l’objet, par exemple `me:x = 5`.",
            ),
            "parent": (
                "J’ai trouvé `parent` au milieu d’une chaîne, mais je ne le lis qu’au début.",
                "Mets d’abord l’objet dans une variable, "
                "puis écris `variable:parent:Classe:Action()`.",
            ),
            "me_parent": (
                "J’ai trouvé `me:` devant `parent:`, mais `parent:` veut déjà dire cet objet.",
                "Enlève `me:` et commence par `parent:`.",
            ),
        },
    ),
    "Q2009": Entry(
        "Je lisais ce qui est dans cette parenthèse, mais j’ai trouvé {found_word} avant sa `)`.",
        "Écris `)` là où la parenthèse finit.",
    ),
    "Q2010": Entry(
        "J’attendais `{symbol}` {place_word}, mais j’ai trouvé {found_word}.",
        "Écris-y `{symbol}`.",
        {
            "create": (
                "J’ai trouvé un mot devant `on create`, mais `on create` est toujours seul : "
                "il s’exécute de lui-même quand un objet est créé.",
                "Enlève ce qui est devant `on create`.",
            ),
            "access": (
                "J’attendais `action` ici, mais j’ai trouvé {found_word}.",
                "Écris d’abord {found_word}, puis `blueprint` ou `system`, puis `action`.",
            ),
        },
    ),
    "Q2011": Entry(
        variants={
            "then": (
                "J’ai trouvé `{word}`, mais je n’en ai pas besoin : "
                "le bloc commence tout de suite après la condition.",
                "Enlève `{word}`.",
            ),
            "colon": (
                "J’ai trouvé un `:` à la fin de la ligne, mais je n’en ai pas besoin.",
                "Enlève le `:`. Le bloc se termine par le mot `end`.",
            ),
            "end": (
                "J’ai trouvé `{word}`, mais `end` tout seul me suffit.",
                "Écris `end` à la place de `{word}`.",
            ),
            "while": (
                "J’ai trouvé une boucle qui commence par `{word}`, "
                "mais j’attendais `repeat` devant.",
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
                "Je lisais une boucle, mais je ne sais pas combien de fois répéter.",
                "Écris par exemple `repeat 3 times` ou `repeat while x < 10`.",
            )
        },
    ),
    "Q2013": Entry(
        variants={
            "for": (
                "J’ai trouvé `{word}`, mais en Quorum une boucle commence par `repeat`.",
                "Écris `repeat 10 times`, ou `repeat while i < 10` avec une variable qui compte.",
            ),
            "while": (
                "J’ai trouvé `{word}`, mais en Quorum une telle boucle commence "
                "par `repeat while`.",
                "Écris `repeat while` et une condition.",
            ),
            "function": (
                "J’ai trouvé `{word}`, mais en Quorum une action commence par le mot `action`.",
                "Écris `action Nom(integer x)`, les instructions, puis `end`.",
            ),
            "switch": (
                "J’ai trouvé `{word}`, mais en Quorum je choisis avec `if`.",
                "Écris `if`, `elseif` et `else`.",
            ),
            "import": (
                "J’ai trouvé `{word}`, mais en Quorum c’est `use` qui apporte une bibliothèque.",
                "Écris `use` et le nom de la bibliothèque tout en haut du programme.",
            ),
            "break": (
                "J’ai trouvé `{word}`, mais en Quorum une boucle ne finit que par sa condition.",
                "Écris la condition après `repeat while` ou `repeat until`.",
            ),
            "pass": (
                "J’ai trouvé `{word}`, mais je n’en ai pas besoin : un bloc peut être vide.",
                "Enlève `{word}`.",
            ),
        },
    ),
    "Q2014": Entry(
        variants={
            "statements": (
                "J’ai trouvé une action, mais le programme a commencé par des instructions.",
                "Mets les instructions dans `action Main ... end`, alors les deux vont ensemble.",
            ),
            "actions": (
                "J’ai trouvé une instruction en dehors des actions.",
                "Mets-la dans `action Main ... end`.",
            ),
            "class": (
                "J’ai trouvé une classe, mais le fichier a commencé par autre chose.",
                "Mets la classe dans un fichier à elle, ou mets tout dans la classe.",
            ),
        },
    ),
    "Q2015": Entry(
        "J’ai trouvé ici une deuxième classe, mais un fichier n’en contient qu’une.",
        "Mets la deuxième classe dans un fichier à elle.",
    ),
    "Q2016": Entry(
        "J’avais lu la classe jusqu’à son `end`, mais j’ai encore trouvé {found_word}.",
        "Mets tout entre `class` et son `end`.",
    ),
    "Q2017": Entry(
        "Je lisais l’entier {text}, mais il est trop grand : le plus grand est 2147483647.",
        "Écris un entier plus petit, ou un nombre à virgule, avec un point : `{text}.0`.",
        {
            "smallest": (
                "Je lisais 2147483648 avant son signe moins, et c’est trop grand.",
                "Écris `-2147483647 - 1`.",
            )
        },
    ),
    "Q2018": Entry(
        "Je lisais le nom `{name}`, mais un nom ne peut pas finir par `_`.",
        "Écris `{better}`.",
        {
            "file": (
                "Je donne au programme le nom de son fichier, `{name}`, "
                "mais un nom ne peut pas finir par `_`.",
                "Renomme le fichier, par exemple en `{better}`.",
            )
        },
    ),
    "Q2019": Entry(
        "Je lisais une comparaison, mais j’ai trouvé ensuite un deuxième `{operator}`.",
        "Compare l’un après l’autre et relie les deux par `and`, "
        "par exemple `(a = b) and (b = c)`.",
        {
            "is": (
                "Je lisais un test avec `is`, mais j’ai trouvé un opérateur après la classe.",
                "Mets le test entre parenthèses, par exemple `(a is Block) and b`.",
            )
        },
    ),
    "Q2020": Entry(
        "J’ai trouvé `{first}` juste devant `{second}`, mais je n’en lis qu’un à la fois.",
        "Mets des parenthèses, par exemple `{first} ({second} x)`.",
    ),
    "Q2021": Entry(
        "Après `return`, j’attendais une valeur ou le mot `now`.",
        "Écris `return now` pour quitter l’action, ou `return` et le résultat.",
    ),
    "Q2022": Entry(
        "Je lisais un `check`, mais je n’y ai trouvé ni `detect` ni `always`.",
        "Écris avant le `end` : `detect e`, et ce qu’il faut faire quand ça va mal.",
    ),
    "Q2023": Entry(
        "J’ai trouvé une instruction dans la classe, mais en dehors de ses actions.",
        "Dans une classe, il n’y a que des variables et des actions : "
        "mets l’instruction dans une action.",
    ),
    "Q2024": Entry(
        "J’ai trouvé la valeur `{text}`, mais rien ne me dit quoi en faire.",
        "Pour appeler une action, écris `{text}()`. Pour changer la valeur, écris `{text} = ...`.",
    ),
    "Q2025": Entry(
        "Je devais changer `{text}`, mais c’est trop d’étapes à la fois pour moi.",
        "Mets d’abord l’objet dans une variable, puis écris `variable:champ = ...`.",
    ),
    "Q2026": Entry(
        "J’ai trouvé trop tard cette ligne `{word}` : "
        "je l’attendais avant la première instruction.",
        "Mets-la tout en haut du programme.",
        {
            "twice": (
                "J’ai trouvé une deuxième ligne `package`.",
                "Garde une seule ligne `package`.",
            ),
            "sides": (
                "J’ai trouvé des lignes `use` avant et après la ligne `package`.",
                "Mets la ligne `package` tout en haut, avant toutes les lignes `use`.",
            ),
        },
    ),
    "Q2027": Entry(
        "J’ai trouvé plus de {limit} parenthèses les unes dans les autres, "
        "et je n’arrive plus à suivre.",
        "Mets d’abord une partie du calcul dans une variable.",
        {
            "block": (
                "J’ai trouvé trop de blocs les uns dans les autres, et je n’arrive plus à suivre.",
                "Mets les blocs intérieurs dans une action à eux.",
            ),
            "branches": (
                "J’ai trouvé plus de {limit} branches dans un seul `if`, "
                "et je n’arrive plus à suivre.",
                "Mets-en une partie dans une action à elles.",
            ),
        },
    ),
    "Q2028": Entry(
        "Je lisais le nombre `{text}`, mais j’ai trouvé une virgule là où j’attendais un point.",
        "Écris `{better}`.",
    ),
    "Q2029": Entry(
        "Je lisais `{name}`, mais un nom ne peut pas commencer par un chiffre.",
        "Commence par une lettre, par exemple `{better}`.",
    ),
    "Q2030": Entry(
        "Je lisais `{text}`, mais j’attendais un deux-points entre un objet et son action.",
        "Écris `{better}`.",
    ),
    "Q2031": Entry(
        variants={
            "index": (
                "J’ai trouvé des crochets, mais en Quorum "
                "c’est une action qui donne une des valeurs.",
                "Écris par exemple `names:Get(0)`.",
            ),
            "literal": (
                "J’ai trouvé une liste entre crochets, mais en Quorum "
                "les valeurs entrent une par une dans un tableau.",
                "Écris `use Libraries.Containers.Array` tout en haut, puis `Array<integer> list` "
                "et par exemple `list:Add(5)`.",
            ),
        },
    ),
    "Q2032": Entry(
        "J’attendais un type, mais j’ai trouvé {found_word}.",
        "Un type, c’est `integer`, `number`, `text`, `boolean` ou le nom d’une classe.",
        {
            "undefined": (
                "J’attendais un type, mais `undefined` est une valeur.",
                "Écris `integer`, `number`, `text`, `boolean` ou le nom d’une classe.",
            ),
            "constant": (
                "J’attendais un type devant le nom, mais j’ai trouvé {found_word}.",
                "Écris aussi le type, par exemple `constant integer x = 5`.",
            ),
            "parameter": (
                "Je lisais le paramètre `{name}`, mais je n’ai pas trouvé son type.",
                "Écris son type devant lui, par exemple `integer {name}`.",
            ),
        },
    ),
    "Q2033": Entry(
        "Je ne connais pas `{name}` : en Quorum, majuscules et minuscules comptent.",
        "Écris `{better}`.",
    ),
    "Q2034": Entry(
        "J’ai trouvé un signe qui compte `{name}` vers le haut ou vers le bas, "
        "mais Quorum n’en a pas.",
        "Écris `{better}`.",
    ),
    "Q2035": Entry(
        "Je lisais une action, mais je n’ai pas trouvé son nom.",
        "Écris son nom après `action`, par exemple `action Main`.",
    ),
    "Q2037": Entry(
        "Je devais mettre une valeur dans `{text}`, mais c’est le résultat d’une action.",
        "Écris une variable à gauche de `=`.",
    ),
}
