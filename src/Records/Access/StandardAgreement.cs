using MediaGuard.Media;

namespace MediaGuard.Records.Access;

/// <summary>What a school that wrote no agreement of its own has people sign.</summary>
public static class StandardAgreement
{
    public static string Text => string.Join(
        '\n',
        Words.Text("I use only my own sign-in, and sign out or lock the screen when I leave the device."),
        Words.Text("I take pictures of pupils on the school's devices only, and never where people do not expect to be recorded."),
        Words.Text("I say who is in a picture to the best of my knowledge; where I do not know, I say so."),
        Words.Text("I pass pictures on only through the channels of this system, and keep no copies of my own."),
        Words.Text("I report a lost device, a wrong picture or anything that worries me the same day."),
        Words.Text("I know that the use of this system is recorded with my name."));
}
