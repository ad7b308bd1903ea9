"""Programs that the acceptance tests hand in."""

from tests.acceptance.processes import ROOT

HELLO = (ROOT / "missions/content/01-say-hello/solution.quorum").read_text(encoding="utf-8")

# Solves mission 1 too, and gives time to pull the plug meanwhile.
SLOW_HELLO = """use Libraries.Robots.M5Stack.Screen
use Libraries.Robots.M5Stack.Timer

Screen screen
Timer timer
output "I begin"
timer:Sleep(4000)
output "Bonjour"
screen:OutputLine("Bonjour")
"""
# Nothing reads its variable: it runs, and there is advice about it.
ADVISED_PROGRAM = "integer apples = 3\noutput 5\n"
HELLO_WITH_A_MISTAKE = 'text greeting = "Bonjour"\noutput greting\n'

CAMERA_PROGRAM = """use Libraries.Robots.M5Stack.Color
use Libraries.Robots.M5Stack.Light
use Libraries.Robots.M5Stack.Screen
use Libraries.Robots.M5Stack.Timer
use Libraries.Robots.HuskyLens.HuskyLens
use Libraries.Robots.HuskyLens.Block

HuskyLens camera
Color color
Light light
Screen screen
Timer timer

screen:DrawRectangleFull(0, 0, 320, 60, color:BLUE)
screen:Output("Je regarde", 14, 12, screen:LARGE, color:WHITE)
camera:SelectAlgorithm(camera:TAG_RECOGNITION)
timer:Sleep(1000)

camera:RequestBlocks()
output "Tags : " + camera:GetCount()
screen:Output("Tags : " + camera:GetCount(), 14, 90, screen:LARGE, color:YELLOW)

if camera:HasResult()
    Block tag = camera:GetBlock(0)
    output "Numéro : " + tag:GetID()
    screen:Output("Numéro : " + tag:GetID(), 14, 150, screen:LARGE, color:CYAN)
    light:SetAll(color:GREEN)
end
timer:Sleep(2000)
"""
SLOW_CAMERA_PROGRAM = CAMERA_PROGRAM + "timer:Sleep(3000)\n"

ENDLESS = """integer turns = 0
repeat while true
    turns = turns + 1
end
"""
FLOOD = """repeat while true
    output "and again, and again, and again"
end
"""
