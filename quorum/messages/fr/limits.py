"""Ce que la carte ne peut pas faire, et les fautes de la plateforme."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
    # Limites
    "Q6003": Entry(
        "Je lisais cette expression, mais elle est trop longue pour que je la suive.",
        "Mets d’abord une partie du calcul dans une variable.",
    ),
    # La plateforme
    "Q9001": Entry(
        "Je me suis trompé moi-même en lisant ton programme. Ce n’est pas ta faute.",
        "Dis-le à ton enseignant. Tu peux aussi essayer d’écrire autrement ton dernier changement.",
    ),
}
