# Libraries.Containers.Stack: the end of the Python list is the top.

from quorum_libraries.containers.support.values import Values, same


class Stack(Values):
    def Push__Object(self, value):
        self.values.append(value)

    def Add__Object(self, value):
        self.values.append(value)

    def Pop__(self):
        return self.values.pop() if self.values else None

    def Peek__(self):
        return self.values[-1] if self.values else None

    def Remove__Object(self, value):
        for index in range(len(self.values) - 1, -1, -1):
            if same(self.values[index], value):
                self.values.pop(index)
                return True
        return False

    def Copy__(self):
        other = Stack()
        other.values.extend(self.values)
        return other

    def GetIterator__(self):
        from quorum_libraries.containers.support.stackiterator import StackIterator

        return StackIterator(self.values)
