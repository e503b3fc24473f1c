using MediaGuard.Media;

namespace MediaGuard.Records.Publications;

/// <summary>The address of a page on the internet, as people paste it.</summary>
public static class WebAddress
{
    public const int Longest = 1000;

    /// <summary>The address written one way; null, with a sentence, when it is none.</summary>
    public static string? Tidy(string? text, out string wrong)
    {
        var typed = text?.Trim() ?? "";
        wrong = Wrong(typed, out var address);
        return wrong.Length == 0 ? address!.AbsoluteUri : null;
    }

    private static string Wrong(string typed, out Uri? address)
    {
        address = null;
        if (typed.Length == 0)
        {
            return Words.Text("The address is missing. Copy it from the browser’s address line.");
        }

        if (typed.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            return Words.Text("An address holds no spaces. Give one address at a time, copied from the browser’s address line.");
        }

        if (!Uri.TryCreate(typed, UriKind.Absolute, out address) || address.Scheme is not ("http" or "https"))
        {
            return Words.Text("An address begins with https:// or http://. Copy the whole of it from the browser’s address line.");
        }

        if (address.UserInfo.Length > 0)
        {
            return Words.Text("An address with a user name or password in it is not kept. Copy it from the browser’s address line after signing in.");
        }

        if (address.Host.Length == 0 || (address.HostNameType == UriHostNameType.Dns && !address.Host.Contains('.', StringComparison.Ordinal) && address.Host != "localhost"))
        {
            return Words.Text("The address names no website, such as www.school.example. Copy the whole of it from the browser’s address line.");
        }

        return address.AbsoluteUri.Length > Longest ? Words.Text($"The address is longer than {Longest} characters. Leave out what follows the question mark, if the page opens without it.") : "";
    }
}
