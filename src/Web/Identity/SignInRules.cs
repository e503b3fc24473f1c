using System.ComponentModel.DataAnnotations;
using MediaGuard.Records.Evidence;

namespace MediaGuard.Web.Identity;

/// <summary>How people sign in. Bound to the section <c>SignIn</c>.</summary>
public sealed class SignInRules
{
    /// <summary><c>required</c>: office, lead and technician can do nothing before they have a passkey or codes from an app. <c>offered</c>: they may. Default required.</summary>
    [RegularExpression("^(required|offered)$", ErrorMessage = "SignIn:SecondFactor must be 'required' or 'offered'.")]
    public string SecondFactor { get; set; } = "required";

    /// <summary>Minutes without a touch after which the page is covered. Default 5.</summary>
    [Range(1, 60)]
    public int CoverAfterMinutes { get; set; } = 5;

    /// <summary>Minutes under the cover after which the person is signed out. Default 5.</summary>
    [Range(1, 60)]
    public int LockAfterMinutes { get; set; } = 5;

    /// <summary>Most tries to sign in from one address within a minute; a school may sit behind one. Default 60.</summary>
    [Range(5, 100_000)]
    public int TriesPerMinute { get; set; } = 60;

    /// <summary>The port of <c>https</c> that plain requests from elsewhere are sent to. Default 443.</summary>
    [Range(1, 65_535)]
    public int TlsPort { get; set; } = 443;

    /// <summary>The school's networks, such as <c>10.1.0.0/16</c>. A sign-in from elsewhere is marked remote. None: only this machine's own and private addresses are the school's.</summary>
    public string[] SchoolNetworks { get; set; } = [];

    /// <summary>Whether staff may sign in from the school's networks only. Parents' links are not concerned. Default no.</summary>
    public bool OnlyFromSchool { get; set; }

    public SchoolAccounts Accounts { get; set; } = new();

    public bool IsSecondFactorRequired => SecondFactor == "required";

    /// <summary>As they are stated to somebody who asks how sign-ins are protected.</summary>
    public SignInEvidence Evidence() => new(IsSecondFactorRequired, Accounts.IsOn, OnlyFromSchool, CoverAfterMinutes, LockAfterMinutes, TriesPerMinute);
}
