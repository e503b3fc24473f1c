using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records;

internal sealed class SchoolBooks(IRecordsFactory factory, TimeProvider clock) : ISchoolBooks
{
    public async Task<SchoolId> MakeAsync(string name, string timeZone, string sharePath, PolicyDocument policy, CancellationToken cancellationToken)
    {
        var id = SchoolId.New();
        var now = Instant.Now(clock);
        await using var db = factory.Open(id);
        db.Schools.Add(new SchoolRow { Id = id, Name = name, TimeZone = timeZone, SharePath = sharePath, MadeAt = now });
        db.Heads.Add(new HeadRow { SchoolId = id, PolicyVersion = 1 });
        db.Policies.Add(new PolicyRow { SchoolId = id, PolicyVersion = 1, Json = PolicyStore.Write(policy), MadeAt = now });
        await db.SaveChangesAsync(cancellationToken);
        return id;
    }

    public async Task<string?> RecallSettingAsync(SchoolId school, string name, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await db.Settings.Where(s => s.Name == name).Select(s => s.Value).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task NoteSettingAsync(SchoolId school, string name, string value, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        if (await db.Settings.Where(s => s.Name == name).ExecuteUpdateAsync(set => set.SetProperty(s => s.Value, value), cancellationToken) == 0)
        {
            db.Settings.Add(new SettingRow { SchoolId = school, Name = name, Value = value });
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    public async Task ForgetHandedOutAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var never = default(Instant);
        await db.Media.Where(m => m.EnqueuedAt != never).ExecuteUpdateAsync(set => set.SetProperty(m => m.EnqueuedAt, never), cancellationToken);
        await db.Queue.Where(q => q.EnqueuedAt != never).ExecuteUpdateAsync(set => set.SetProperty(q => q.EnqueuedAt, never), cancellationToken);
        await db.Releases.Where(r => r.EnqueuedAt != never).ExecuteUpdateAsync(set => set.SetProperty(r => r.EnqueuedAt, never), cancellationToken);
    }

    public async Task<PolicyDocument> PolicyAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await PolicyStore.CurrentAsync(db, cancellationToken);
    }
}
