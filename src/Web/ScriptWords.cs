using System.Text.Json;
using MediaGuard.Media;

namespace MediaGuard.Web;

/// <summary>What a script says to people, for the attribute <c>data-words</c> of the element it works on: by names the script knows; it fills the holes.</summary>
internal static class ScriptWords
{
    public static string Gallery => Written(new()
    {
        ["one"] = Words.Text("1 chosen"),
        ["many"] = Words.Text("{0} chosen"),
        ["gone"] = Words.Text("No longer for the website. Do not use a copy of it."),
    });

    public static string Passkey => Written(new()
    {
        ["nameless"] = Words.Text("Passkeys need this program's name in the address, such as localhost, not its number."),
        ["unknown"] = Words.Text("This browser knows no passkeys."),
        ["follow"] = Words.Text("Follow what the device asks."),
        ["none"] = Words.Text("The device gave no passkey. Try again, or use another way."),
    });

    public static string Sheet => Written(new()
    {
        ["tap"] = Words.Text("Tap every picture with {0} in it. {1} tapped."),
        ["first"] = Words.Text("Choose a name first."),
        ["tapped"] = Words.Text("Tapped. {0} in all."),
        ["untapped"] = Words.Text("Not tapped any more. {0} in all."),
    });

    public static string Upload => Written(new()
    {
        ["waiting"] = Words.Text("Waits its turn"),
        ["reading"] = Words.Text("Getting ready"),
        ["sending"] = Words.Text("Being sent"),
        ["done"] = Words.Text("Here"),
        ["known"] = Words.Text("Here already"),
        ["twice"] = Words.Text("Chosen twice, sent once"),
        ["cut"] = Words.Text("The connection broke; it goes on by itself"),
        ["someOfOne"] = Words.Text("{0} of {1} photo is here."),
        ["some"] = Words.Text("{0} of {1} photos are here."),
        ["broke"] = Words.Text("The connection broke; it goes on by itself."),
        ["none"] = Words.Text("No photo was taken."),
        ["one"] = Words.Text("1 photo is here."),
        ["all"] = Words.Text("All {0} photos are here."),
        ["leftOne"] = Words.Text("1 was left out; below it says why."),
        ["left"] = Words.Text("{0} were left out; below it says why."),
        ["notSent"] = Words.Text("Not sent yet"),
        ["signedOut"] = Words.Text("You were signed out. Sign in again and choose the same photos: what has come is not sent twice."),
        ["broken"] = Words.Text("It could not be sent whole. Look at it on the device and choose it again."),
        ["unread"] = Words.Text("It could not be read on this device. Choose it again."),
    });

    private static string Written(Dictionary<string, string> words) => JsonSerializer.Serialize(words);
}
