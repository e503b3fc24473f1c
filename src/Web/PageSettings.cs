using MediaGuard.Journey.Settings;
using MediaGuard.Media;
using MediaGuard.Web.Api.Website;
using MediaGuard.Web.Identity;
using MediaGuard.Web.Parents;
using Microsoft.Extensions.Options;

namespace MediaGuard.Web;

/// <summary>What the settings of the pages mean.</summary>
internal static class PageSettings
{
    public static IReadOnlyList<SettingGroup> All =>
    [
        new("SignIn", Words.Text("Signing in"), Of<SignInRules>,
        [
            (nameof(SignInRules.SecondFactor), Words.Text("Whether office, lead and technician must have a passkey or codes (required) or may (offered).")),
            (nameof(SignInRules.CoverAfterMinutes), Words.Text("Minutes after which an untouched page is covered.")),
            (nameof(SignInRules.LockAfterMinutes), Words.Text("Minutes under the cover after which its person is signed out.")),
            (nameof(SignInRules.TriesPerMinute), Words.Text("Most tries to sign in from one address within a minute.")),
            (nameof(SignInRules.TlsPort), Words.Text("The port of https that plain requests from elsewhere are sent to.")),
            (nameof(SignInRules.SchoolNetworks), Words.Text("The school's networks; none for this machine's own and private addresses.")),
            (nameof(SignInRules.OnlyFromSchool), Words.Text("Whether staff may sign in from the school's networks only.")),
            ("Accounts:Authority", Words.Text("The provider of the school's own accounts.")),
            ("Accounts:ClientId", Words.Text("What the provider calls this program.")),
            ("Accounts:ClientSecret", Words.Text("What this program proves itself with to the provider.")),
            ("Accounts:Name", Words.Text("What the button for the school's own accounts says.")),
            ("Accounts:Domains", Words.Text("The mail domains let in.")),
        ],
        ["Accounts:ClientSecret"]),
        new("Parents", Words.Text("Parents"), Of<ParentOptions>,
        [
            (nameof(ParentOptions.Address), Words.Text("What parents' links begin with; none for the address the office uses.")),
            (nameof(ParentOptions.LinkDays), Words.Text("Days a parent's link works.")),
        ]),
        new(Language.Section, Words.Text("Language"), Of<Language>, [(nameof(Language.Tag), Words.Text("The language spoken to people; its words lie in words/Words.TAG.resx in the data folder."))]),
        new("Website", Words.Text("Content systems"), Of<WebsiteApiOptions>,
        [
            (nameof(WebsiteApiOptions.RequestsPerMinute), Words.Text("Most requests of one token within a minute.")),
            (nameof(WebsiteApiOptions.WrongTokensPerMinute), Words.Text("Most requests without an open token from one address within a minute.")),
        ]),
    ];

    private static object Of<T>(IServiceProvider services)
        where T : class => services.GetRequiredService<IOptions<T>>().Value;
}
