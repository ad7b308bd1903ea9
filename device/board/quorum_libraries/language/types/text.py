# A text as an object: its value with the actions of texts.

from quorum_runtime import text_actions
from quorum_runtime.objects import Object


class Text(Object):
    def __init__(self, value=""):
        self.value = value

    def GetValue__(self):
        return self.value

    def SetValue__text(self, value):
        self.value = value

    def GetSize__(self):
        return text_actions.GetSize__(self.value)

    def IsEmpty__(self):
        return text_actions.IsEmpty__(self.value)

    def GetCharacter__integer(self, index):
        return text_actions.GetCharacter__integer(self.value, index)

    def GetSubtext__integer(self, start):
        return text_actions.GetSubtext__integer(self.value, start)

    def GetSubtext__integer_integer(self, start, stop):
        return text_actions.GetSubtext__integer_integer(self.value, start, stop)

    def Contains__text(self, part):
        return text_actions.Contains__text(self.value, part)

    def StartsWith__text(self, part):
        return text_actions.StartsWith__text(self.value, part)

    def EndsWith__text(self, part):
        return text_actions.EndsWith__text(self.value, part)

    def IndexOf__text(self, part):
        return text_actions.IndexOf__text(self.value, part)

    def IndexOf__text_integer(self, part, start):
        return text_actions.IndexOf__text_integer(self.value, part, start)

    def Replace__text_text(self, old, new):
        return text_actions.Replace__text_text(self.value, old, new)

    def Split__text(self, delimiter):
        return text_actions.Split__text(self.value, delimiter)

    def Split__text_boolean(self, delimiter, include):
        return text_actions.Split__text_boolean(self.value, delimiter, include)

    def SplitIntoLines__(self):
        return text_actions.SplitIntoLines__(self.value)

    def ToLowerCase__(self):
        return text_actions.ToLowerCase__(self.value)

    def ToUpperCase__(self):
        return text_actions.ToUpperCase__(self.value)

    def Trim__(self):
        return text_actions.Trim__(self.value)

    def EqualsIgnoringCase__Object(self, other):
        return text_actions.EqualsIgnoringCase__Object(self.value, other)

    def CompareIgnoringCase__Object(self, other):
        return text_actions.CompareIgnoringCase__Object(self.value, other)

    def ParseInteger__(self):
        return text_actions.ParseInteger__(self.value)

    def ParseNumber__(self):
        return text_actions.ParseNumber__(self.value)

    def ParseBoolean__(self):
        return text_actions.ParseBoolean__(self.value)

    def GetLineFeed__(self):
        return text_actions.GetLineFeed__(self.value)

    def GetCarriageReturn__(self):
        return text_actions.GetCarriageReturn__(self.value)

    def GetTab__(self):
        return text_actions.GetTab__(self.value)

    def GetDoubleQuote__(self):
        return text_actions.GetDoubleQuote__(self.value)

    def GetUnicodeValue__integer(self, code):
        return text_actions.GetUnicodeValue__integer(self.value, code)

    def GetUnicodeInteger__integer(self, index):
        return text_actions.GetUnicodeInteger__integer(self.value, index)

    def Equals__Object(self, other):
        return text_actions.Equals__Object(self.value, other)

    def Compare__Object(self, other):
        return text_actions.Compare__Object(self.value, other)

    def GetHashCode__(self):
        return text_actions.GetHashCode__(self.value)
