using MediaGuard.Media;

namespace MediaGuard.Web.Identity;

/// <summary>Signing in with the school's own accounts over OpenID Connect. Bound to <c>SignIn:Accounts</c>; without an authority there is none.</summary>
public sealed class SchoolAccounts
{
    /// <summary>The scheme's name, also in the path the provider answers to: <c>/signin-school</c>.</summary>
    public const string Scheme = "school";

    /// <summary>The provider's address, such as <c>https://accounts.google.com</c>.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>What the button says. Default "your school account".</summary>
    public string Name { get; set; } = Words.Text("your school account");

    /// <summary>The only mail domains let in, such as <c>hollybank.example</c>. Without one nobody is.</summary>
    public string[] Domains { get; set; } = [];

    public bool IsOn => Authority.Length > 0;
}
