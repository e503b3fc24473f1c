using MediaGuard.Journey.Evidence;
using MediaGuard.Media;
using MediaGuard.Records.Evidence;
using MediaGuard.Web.Api;
using MediaGuard.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace MediaGuard.Web.Pages.Lead;

/// <summary>“How do you know?”, answered from the books, and handed out as one file. Nobody is named.</summary>
internal sealed class EvidenceModel(IEvidencePack pack, IOptions<SignInRules> rules, SchoolCalendar calendar, TimeProvider clock) : DaysPage(calendar)
{
    /// <summary>Null when the days asked for are none.</summary>
    public EvidenceReading? Reading { get; private set; }
    public IReadOnlyList<EvidenceAnswer> Answers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (await ChooseAsync(cancellationToken))
        {
            Reading = await pack.ReadAsync(Me.School, From!.Value, Until!.Value, rules.Value.Evidence(), cancellationToken);
            Answers = EvidenceAnswers.Of(Reading);
        }
    }

    /// <summary>Streams the archive, made as it is sent.</summary>
    public async Task<IActionResult> OnPostMakeAsync(CancellationToken cancellationToken)
    {
        if (!await ChooseAsync(cancellationToken))
        {
            return Page();
        }

        CopyZip.Begin(HttpContext, $"evidence-{clock.GetUtcNow():yyyyMMdd-HHmm}.zip");
        await pack.WriteAsync(Me.School, From!.Value, Until!.Value, rules.Value.Evidence(), Me.User, Response.Body, cancellationToken);
        return new EmptyResult();
    }

    public static string NameOf(string page) => page switch
    {
        "/lead" => Words.Text("Overview"),
        "/lead/policy" => Words.Text("Policy"),
        "/lead/audit" => Words.Text("Audit log"),
        "/lead/report" => Words.Text("Termly report"),
        "/lead/protected" => Words.Text("Protected"),
        "/lead/incidents" => Words.Text("Incidents"),
        "/lead/matching" => Words.Text("Face matching"),
        "/tokens" => Words.Text("Tokens"),
        _ => throw new ArgumentOutOfRangeException(nameof(page), page, null),
    };
}
