using MediaGuard.Journey.Settings;
using MediaGuard.Web.Api.Website;
using MediaGuard.Web.Identity;
using MediaGuard.Web.Parents;
using Microsoft.Extensions.Options;

namespace MediaGuard.Web;

/// <summary>What the settings of the pages mean.</summary>
internal static class PageSettings
{
    public static IReadOnlyList<SettingGroup> All { get; } =
    [
        new("SignIn", "Signing in", Of<SignInRules>,
        [
            (nameof(SignInRules.SecondFactor), "Whether office, lead and technician must have a passkey or codes (required) or may (offered)."),
            (nameof(SignInRules.CoverAfterMinutes), "Minutes after which an untouched page is covered."),
            (nameof(SignInRules.LockAfterMinutes), "Minutes under the cover after which its person is signed out."),
            (nameof(SignInRules.TriesPerMinute), "Most tries to sign in from one address within a minute."),
            (nameof(SignInRules.TlsPort), "The port of https that plain requests from elsewhere are sent to."),
            (nameof(SignInRules.SchoolNetworks), "The school's networks; none for this machine's own and private addresses."),
            (nameof(SignInRules.OnlyFromSchool), "Whether staff may sign in from the school's networks only."),
            ("Accounts:Authority", "The provider of the school's own accounts."),
            ("Accounts:ClientId", "What the provider calls this program."),
            ("Accounts:ClientSecret", "What this program proves itself with to the provider."),
            ("Accounts:Name", "What the button for the school's own accounts says."),
            ("Accounts:Domains", "The mail domains let in."),
        ],
        ["Accounts:ClientSecret"]),
        new("Parents", "Parents", Of<ParentOptions>,
        [
            (nameof(ParentOptions.Address), "What parents' links begin with; none for the address the office uses."),
            (nameof(ParentOptions.LinkDays), "Days a parent's link works."),
        ]),
        new("Website", "Content systems", Of<WebsiteApiOptions>,
        [
            (nameof(WebsiteApiOptions.RequestsPerMinute), "Most requests of one token within a minute."),
            (nameof(WebsiteApiOptions.WrongTokensPerMinute), "Most requests without an open token from one address within a minute."),
        ]),
    ];

    private static object Of<T>(IServiceProvider services)
        where T : class => services.GetRequiredService<IOptions<T>>().Value;
}
