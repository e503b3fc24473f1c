using MediaGuard.Ingest.Scanning;
using MediaGuard.Ingest.Vault;
using MediaGuard.Journey.Archives;
using MediaGuard.Journey.Evaluation;
using MediaGuard.Journey.Heads;
using MediaGuard.Journey.Inspection;
using MediaGuard.Journey.Mail;
using MediaGuard.Media;
using MediaGuard.Records.Audit;
using MediaGuard.Records.Evidence;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Evidence;

internal sealed class EvidencePack(
    IEvidenceBook book, IAuditTrail trail, AuditHeads heads, ModelShelf models, MatchingReports measured, IOptions<MailOptions> mail, IOptions<VaultOptions> vault, IOptions<ScannerOptions> scanner) : IEvidencePack
{
    public async Task<EvidenceReading> ReadAsync(SchoolId school, DateOnly from, DateOnly until, SignInEvidence signIn, CancellationToken cancellationToken)
    {
        var figures = await book.ReadAsync(school, from, until, cancellationToken);
        return new EvidenceReading(
            figures,
            await ChainAsync(school, cancellationToken),
            signIn,
            [.. models.List().Select(m => new ModelEvidence(m.Name, m.Role, m.State, m.Licence, m.Sha256))],
            (await measured.LastAsync(school, cancellationToken))?.MadeAt.DayIn(figures.Zone),
            mail.Value.Kind == "smtp",
            scanner.Value.ClamAv.Length > 0,
            vault.Value.Store != "folder");
    }

    public async Task WriteAsync(SchoolId school, DateOnly from, DateOnly until, SignInEvidence signIn, UserId? by, Stream to, CancellationToken cancellationToken)
    {
        await book.NoteAsync(school, from, until, by, cancellationToken);
        var reading = await ReadAsync(school, from, until, signIn, cancellationToken);
        var zone = reading.Figures.Zone;
        var span = await trail.SpanAsync(school, Instant.StartOf(from, zone), Instant.StartOf(until.AddDays(1), zone), cancellationToken);
        await using var archive = await SummedArchive.CreateAsync(to, cancellationToken);
        await archive.AddAsync("evidence.html", EvidenceSheet.Write(reading), cancellationToken);
        await archive.AddAsync("evidence.json", EvidenceJson.Figures(reading, span), cancellationToken);
        await archive.AddAsync("policy-history.json", EvidenceJson.Policies(reading.Figures), cancellationToken);
        await archive.AddAsync("dpia.html", ImpactAssessment.Write(reading), cancellationToken);
        await archive.AddAsync("ropa.csv", "\uFEFF" + ProcessingRecord.Write(reading), cancellationToken);
        await archive.AddLinesAsync("audit.jsonl", LinesAsync(school, span, cancellationToken), cancellationToken);
        foreach (var head in span is { } stretch ? await HeadsAsync(school, stretch, cancellationToken) : [])
        {
            await archive.AddAsync($"heads/{head.Name}.txt", head.Text, cancellationToken);
            await archive.AddAsync($"heads/{head.Name}.sig", head.Signature, cancellationToken);
        }

        await archive.AddAsync("public-key.pem", await heads.PublicKeyAsync(cancellationToken), cancellationToken);
        await archive.AddAsync("verify.py", HowToVerify.Script + "\n", cancellationToken);
        await archive.AddAsync("how-to-verify.txt", HowToVerify.Text + "\n", cancellationToken);
        var sums = archive.Sums;
        await archive.AddAsync("SHA256SUMS", sums, cancellationToken);
        await archive.AddAsync("SHA256SUMS.sig", await heads.SignAsync(System.Text.Encoding.UTF8.GetBytes(sums), cancellationToken), cancellationToken);
    }

    private async Task<ChainEvidence> ChainAsync(SchoolId school, CancellationToken cancellationToken)
    {
        var check = await trail.VerifyAsync(school, cancellationToken);
        var found = await heads.VerifyAsync(school, null, cancellationToken);
        return new ChainEvidence(check.Entries, check.BrokenAt, found.Count, found.Count(h => h.Wrong is not null), found.Count > 0 ? found[^1].File : null, found.Count > 0 ? found[^1].Sequence : null) { MayBeTheOneBefore = check.MayBeTheOneBefore };
    }

    private async IAsyncEnumerable<string> LinesAsync(SchoolId school, (long First, long Last)? span, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (span is { } stretch)
        {
            await foreach (var entry in trail.ReadAsync(school, stretch.First, stretch.Last, cancellationToken))
            {
                yield return AuditExport.AsJson(entry);
            }
        }
    }

    /// <summary>The heads signed in the time, and one signed now over the stretch's last entry.</summary>
    private async Task<IReadOnlyList<LooseHead>> HeadsAsync(SchoolId school, (long First, long Last) span, CancellationToken cancellationToken) =>
    [
        .. await heads.LooseAsync(school, span.First - 1, span.Last, cancellationToken),
        await heads.SignLooseAsync("this-pack", school, span.Last, cancellationToken),
    ];
}
