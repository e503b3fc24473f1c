using System.Collections.Immutable;
using System.Text;
using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Register;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Walker;

/// <remarks>What changes the school and with it many photos at once: imports and their undoing, protection, leaving and joining, policy, nights.</remarks>
internal sealed partial class Walk
{
    private const int MostPeople = 6;
    private readonly IImportBook imports = services.GetRequiredService<IImportBook>();
    private readonly IRegisterBook register = services.GetRequiredService<IRegisterBook>();

    /// <summary>An export of those who have a key, each answer by chance: a yes against a no on record is a conflict, and the no stays.</summary>
    private async Task ImportAsync(Random random)
    {
        var text = new StringBuilder("UPN,Full Name,Seesaw consent,Website consent\n");
        await using (var db = factory.Open(school))
        {
            foreach (var person in await db.People.AsNoTracking().Where(p => p.ExternalKey != null).OrderBy(p => p.ExternalKey).ToListAsync(None))
            {
                text.Append(person.ExternalKey).Append(',').Append(person.FullName).Append(Answer()).Append(Answer()).Append('\n');
            }
        }

        var request = new ImportRequest(Encoding.UTF8.GetBytes(text.ToString()), new ImportColumns());
        var preview = await imports.PreviewAsync(school, request, None);
        await imports.ApplyAsync(school, request, preview.Token, null, None); // stale where somebody was faster

        string Answer() => random.Next(4) == 0 ? ",No" : ",Yes";
    }

    private async Task UndoAsync()
    {
        Guid? last;
        await using (var db = factory.Open(school))
        {
            last = await db.ImportRuns.Where(r => r.UndoneAt == null).OrderByDescending(r => r.RegisterVersion).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(None);
        }

        if (last is { } run)
        {
            await imports.UndoAsync(school, run, null, None);
        }
    }

    private async Task ProtectAsync(Random random)
    {
        var person = people[random.Next(people.Count)];
        await (random.Next(5) == 0 ? register.ProtectAsync(school, person, "a reason", default, None) : register.EndProtectionAsync(school, person, default, None));
    }

    /// <summary>The one child of the class no export knows leaves, or is back: an export that brought it would bring it back.</summary>
    private async Task LeaveAsync(Random random)
    {
        await using var head = await heads.BeginAsync(school, None);
        var child = await head.Context.People.SingleAsync(p => p.Id == unknownToExports, None);
        var leaves = random.Next(4) == 0;
        child.LeftOn = leaves ? head.Today.AddDays(-1) : null;
        child.Version++;
        head.PeopleChanged([child.Id]);
        head.RegisterChanged("person-edited", child.Id.ToString(), leaves ? "left" : "back", null);
        await head.CommitAsync(None);
    }

    private async Task JoinAsync(Random random)
    {
        await using var head = await heads.BeginAsync(school, None);
        if (await head.Context.People.CountAsync(None) >= MostPeople)
        {
            return;
        }

        var child = head.AddPerson(new NewPerson(PersonKind.Pupil, "Newcomer", "N"), null);
        head.AddMembership(child, group, head.Today, null, null);
        foreach (var purpose in Purposes)
        {
            head.RecordConsent(child, purpose, random.Next(4) == 0 ? ConsentAnswer.Refused : ConsentAnswer.Given, head.Today, null, "walk", "", null);
        }

        await head.CommitAsync(None);
        people = [.. people, child]; // this process asks its family from now on, the other does not
    }

    /// <summary>The website asks for two purposes, or for one again.</summary>
    private async Task PolicyAsync(Random random)
    {
        await using var head = await heads.BeginAsync(school, None);
        var policy = await PolicyStore.DocumentAsync(head.Context, head.Head.PolicyVersion, None);
        ImmutableArray<string> purposes = random.Next(2) == 0 ? ["website"] : ["website", "seesaw"];
        head.SetPolicy(policy with { Channels = [.. policy.Channels.Select(c => c.Channel == "website" ? c with { Purposes = purposes } : c)] }, null);
        await head.CommitAsync(None);
    }

    /// <summary>A day passes for every process: consents end by themselves.</summary>
    private async Task NightAsync()
    {
        await using (var head = await heads.BeginAsync(school, None))
        {
            clock.NextDay();
            await head.CommitAsync(None);
        }

        await MorningAsync();
    }

    /// <summary>What the first loop of a day does.</summary>
    public async Task MorningAsync()
    {
        await using var morning = await heads.BeginAsync(school, None);
        await morning.NewDayAsync(None);
        morning.ConfirmRegister(morning.Today, null);
        await morning.CommitAsync(None);
    }
}
