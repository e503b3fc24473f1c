using System.ComponentModel.DataAnnotations;
using MimeKit;

namespace MediaGuard.Journey.Mail;

/// <summary>Where mail goes: a folder of .eml files, or a mail server.</summary>
public sealed class MailOptions : IValidatableObject
{
    /// <summary><c>folder</c> (default) or <c>smtp</c>.</summary>
    [RegularExpression("^(folder|smtp)$", ErrorMessage = "Mail:Kind must be 'folder' or 'smtp'.")]
    public string Kind { get; set; } = "folder";

    /// <summary>For a folder: where; empty means <c>mail</c> in the data folder.</summary>
    public string Folder { get; set; } = "";

    /// <summary>The mail server's name.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port. Default 587.</summary>
    [Range(1, 65535, ErrorMessage = "Mail:Port must be between 1 and 65535.")]
    public int Port { get; set; } = 587;

    /// <summary><c>starttls</c> (default), <c>tls</c> from the first byte, or <c>none</c>, which only suits a server on this machine.</summary>
    [RegularExpression("^(starttls|tls|none)$", ErrorMessage = "Mail:Security must be 'starttls', 'tls' or 'none'.")]
    public string Security { get; set; } = "starttls";

    /// <summary>The name to sign in with; empty for a server that asks for none.</summary>
    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>Who it comes from.</summary>
    public string From { get; set; } = "mediaguard@localhost";

    /// <summary>The hour, in the school's zone, from which the office is told what waits. Default 7.</summary>
    [Range(0, 23, ErrorMessage = "Mail:DigestHour must be between 0 and 23.")]
    public int DigestHour { get; set; } = 7;

    /// <summary>
    /// Who besides the safeguarding leads is told by mail that an incident was opened: <c>Coordinator</c> (in place of the leads), <c>DataProtectionOfficer</c>, <c>Headteacher</c>,
    /// <c>ChairOfGovernors</c>, <c>Lado</c>; a mail address each. The others are rung up.
    /// </summary>
    public Dictionary<string, string> Tell { get; } = [];

    /// <summary>How long a server may take. Default 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "Mail:Patience must be between a second and ten minutes.")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!MailboxAddress.TryParse(From, out var from) || !from.Address.Contains('@', StringComparison.Ordinal))
        {
            yield return new ValidationResult("Mail:From must be a mail address, for example mediaguard@school.example.");
        }

        foreach (var (party, address) in Tell)
        {
            if (!IncidentNews.Mailed.Any(p => p.ToString() == party))
            {
                yield return new ValidationResult($"Mail:Tell knows {string.Join(", ", IncidentNews.Mailed)}, and nobody else.");
            }
            else if (!MailboxAddress.TryParse(address, out var to) || !to.Address.Contains('@', StringComparison.Ordinal))
            {
                yield return new ValidationResult($"Mail:Tell:{party} must be a mail address, for example dpo@school.example.");
            }
        }

        if (Kind != "smtp")
        {
            yield break;
        }

        if (Host.Length == 0)
        {
            yield return new ValidationResult("Mail:Host must name the mail server when Mail:Kind is 'smtp'.");
        }

        if (From.EndsWith("@localhost", StringComparison.OrdinalIgnoreCase))
        {
            yield return new ValidationResult("Mail:From must be an address of the school when Mail:Kind is 'smtp'.");
        }

        if (User.Length > 0 && (Security == "none") && Host is not ("localhost" or "127.0.0.1" or "::1"))
        {
            yield return new ValidationResult("Mail:Security 'none' would send the password in the clear; use 'starttls' or 'tls'.");
        }
    }
}
