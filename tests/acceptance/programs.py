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
HELLO_WITH_A_MISTAKE = 'text greeting = "Bonjour"\noutput greting\n'

CAMERA_PROGRAM = """use Libraries.Robots.M5Stack.Screen
use Libraries.Robots.M5Stack.Timer
use Libraries.Robots.HuskyLens.HuskyLens
use Libraries.Robots.HuskyLens.Block

Screen screen
Timer timer
HuskyLens camera

screen:OutputLine("Je regarde")
camera:SelectAlgorithm(camera:TAG_RECOGNITION)
timer:Sleep(1000)
camera:RequestBlocks()
output "Tags : " + camera:GetCount()
if camera:HasResult()
    Block tag = camera:GetBlock(0)
    output "Numéro : " + tag:GetID()
end
timer:Sleep(2000)
"""
SLOW_CAMERA_PROGRAM = CAMERA_PROGRAM + "timer:Sleep(3000)\n"
