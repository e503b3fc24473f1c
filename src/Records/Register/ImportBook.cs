using MediaGuard.Consent.Import;
using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Records.Register;

internal sealed class ImportBook(IHeads heads, IRecordsFactory factory, Redecider redecider, TimeProvider clock, ILogger<ImportBook> logger) : IImportBook
{
    private static readonly TimeSpan DraftsLast = TimeSpan.FromDays(1);

    public async Task<ImportPreview> PreviewAsync(SchoolId school, ImportRequest request, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var head = await db.Heads.AsNoTracking().SingleAsync(cancellationToken);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Schools.Select(s => s.TimeZone).SingleAsync(cancellationToken));
        return (await PlanAsync(db, head, Instant.Now(clock).DayIn(zone), request, cancellationToken)).Preview;
    }

    public async Task<ImportOutcome> ApplyAsync(SchoolId school, ImportRequest request, string? token, UserId? by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var (plan, preview, policy) = await PlanAsync(head.Context, head.Head, head.Today, request, cancellationToken);
        var result = plan.IsRefused ? ImportResult.Refused
            : token is not null && token != preview.Token ? ImportResult.Stale
            : preview.Questions.Count > 0 && token is null ? ImportResult.AsksTwice
            : ImportResult.Applied;
        if (result != ImportResult.Applied)
        {
            return new ImportOutcome(result, preview, null, 0);
        }

        var writer = new ImportWriter(head, policy, plan, by);
        var run = await writer.WriteAsync(request, cancellationToken);
        var redecided = await redecider.RunAsync(head, writer.Touched, cancellationToken);
        await head.CommitAsync(cancellationToken);
        LogMessages.RegisterImported(logger, school, run, plan.Content.Rows.Length, plan.Changes.Length, redecided);
        return new ImportOutcome(ImportResult.Applied, preview, run, redecided);
    }

    public async Task<UndoResult> UndoAsync(SchoolId school, Guid run, UserId? by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        if (await head.Context.ImportRuns.SingleOrDefaultAsync(r => r.Id == run, cancellationToken) is not { } row)
        {
            return UndoResult.NoSuchRun;
        }

        if (row.UndoneAt is not null)
        {
            return UndoResult.AlreadyUndone;
        }

        var undo = new ImportUndo(head, row, by);
        if (!await undo.CanAsync(cancellationToken))
        {
            return UndoResult.LaterDepends;
        }

        await undo.WriteAsync(cancellationToken);
        var redecided = await redecider.RunAsync(head, undo.Touched, cancellationToken);
        await head.CommitAsync(cancellationToken);
        LogMessages.ImportUndone(logger, school, run, redecided);
        return UndoResult.Undone;
    }

    public async Task<Guid> KeepDraftAsync(SchoolId school, ImportRequest request, UserId by, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var now = Instant.Now(clock);
        var old = now - DraftsLast;
        await db.ImportDrafts.Where(d => d.At < old || d.By == by).ExecuteDeleteAsync(cancellationToken);
        var draft = new ImportDraftRow { SchoolId = school, Id = Guid.CreateVersion7(), At = now, By = by, Bytes = request.Bytes.ToArray(), Columns = request.Columns.Write() };
        db.ImportDrafts.Add(draft);
        await db.SaveChangesAsync(cancellationToken);
        return draft.Id;
    }

    public async Task<ImportRequest?> FindDraftAsync(SchoolId school, Guid draft, UserId by, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var old = Instant.Now(clock) - DraftsLast;
        return await db.ImportDrafts.AsNoTracking().FirstOrDefaultAsync(d => d.Id == draft && d.By == by && d.At >= old, cancellationToken) is { } row
            ? new ImportRequest(row.Bytes, ImportColumns.Parse(row.Columns))
            : null;
    }

    public async Task MapDraftAsync(SchoolId school, Guid draft, UserId by, ImportColumns columns, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(columns);
        await using var db = factory.Open(school);
        var json = columns.Write();
        await db.ImportDrafts.Where(d => d.Id == draft && d.By == by).ExecuteUpdateAsync(set => set.SetProperty(d => d.Columns, json), cancellationToken);
    }

    public async Task DropDraftAsync(SchoolId school, Guid draft, UserId by, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        await db.ImportDrafts.Where(d => d.Id == draft && d.By == by).ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task<(ImportPlan Plan, ImportPreview Preview, PolicyDocument Policy)> PlanAsync(
        RecordsContext db, HeadRow head, DateOnly today, ImportRequest request, CancellationToken cancellationToken)
    {
        var policy = await PolicyStore.DocumentAsync(db, head.PolicyVersion, cancellationToken);
        var purposes = Purposes.Of(policy);
        var register = await RegisterReader.ReadAsync(db, policy, today, cancellationToken);
        var content = ImportReader.Read(request.Bytes, Mappings.Of(request.Columns, request.Bytes), [.. purposes.Select(p => p.Purpose)]);
        var plan = ImportPlanner.Plan(content, register, policy.Imports);
        return (plan, ImportPreviews.Of(plan, register, purposes, ImportPreviews.Token(request, head, today)), policy);
    }
}
