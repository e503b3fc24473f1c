using System.Globalization;
using MediaGuard.Consent.Decisions;
using MediaGuard.Journey;
using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Parents;
using MediaGuard.Records.Register;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Views;
using MediaGuard.Web.Identity;
using MediaGuard.Web.Tests;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Journeys.Tests.Browser.Everybody;

/// <summary>A school in which something of everything has happened, and the ids its pages are found by.</summary>
internal sealed class Tour : IAsyncDisposable
{
    private readonly Dictionary<string, string> ids = [];

    private Tour(SchoolRig rig) => Rig = rig;

    public SchoolRig Rig { get; }

    public static async Task<Tour> StartAsync()
    {
        var tour = new Tour(await SchoolRig.StartAsync(services => services.AddSingleton<ILots, FirstLot>()));
        await tour.FillAsync();
        return tour;
    }

    public string Fill(string path) => ids.Aggregate(path, (p, id) => p.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));

    public ValueTask DisposeAsync() => Rig.DisposeAsync();

    private async Task FillAsync()
    {
        ids["oak"] = Rig.Oak.ToString();
        ids["day"] = Rig.DayText;
        ids["ali"] = Rig.Ali.ToString();
        ids["bea"] = Rig.Bea.ToString();
        ids["device"] = Rig.Device.ToString();
        ids["incident"] = Rig.Incident.ToString("N");
        ids["doubtful"] = Rig.OakPhotos[3].ToString();
        await DrawASecondLookAsync();
        await TakeMoreAsync();
        await AskTheParentAsync();
        await AddPeopleAsync();
        var office = await Rig.AsAsync(SchoolRole.Office);
        using var sent = await office.UploadAsync("/office/register/import", "file", "a.csv", "Number;Surname;Forename;Form;Web pictures?\n1;Cedarholt;Cem;Oak;ok\n2;Fir;Fay;Oak;see form\n"u8.ToArray());
        ids["draft"] = sent.Headers.Location!.ToString();
    }

    private async Task DrawASecondLookAsync()
    {
        for (byte n = 0; n < 2; n++)
        {
            await TakeAsync(string.Create(CultureInfo.InvariantCulture, $"Oak/more{n}.png"), DrawnPicture.Of((byte)(170 + (20 * n)), 140, 90));
        }

        var teacher = await Rig.AsAsync(SchoolRole.Teacher);
        var path = Fill("/teacher/sheet?class={oak}&day={day}&channel=seesaw");
        var plain = (await Rig.Views.DayAsync(Rig.School, Rig.Oak, Rig.Day, Reader.Office, default)).Where(p => !p.NeedsOneByOne).Select(p => p.Id);
        using var said = await teacher.PostAsync(path, [new("pictures", string.Join(' ', plain)), new("listed", Rig.Ali.ToString()), new("rest", "true")], path);
    }

    private async Task TakeMoreAsync()
    {
        var acts = Rig.Services.GetRequiredService<IHumanActs>();
        var somebody = new UserId(Guid.CreateVersion7());
        var cleared = await TakeAsync("Oak/web.png", DrawnPicture.Of(60, 140, 90));
        ids["web"] = cleared.ToString();
        await acts.SayAsync(
            Rig.School,
            somebody,
            [
                new(AttestationKind.AskedFor) { Media = cleared, Channel = ChannelId.Website },
                new(AttestationKind.Absent) { Media = cleared, Person = Rig.Ali },
                new(AttestationKind.Absent) { Media = cleared, Person = Rig.Bea },
                new(AttestationKind.NobodyFromOutside) { Media = cleared },
            ],
            default);
        await TakeAsync("Oak/plain.png", DrawnPicture.Of(70, 140, 90));
        var blurred = await TakeAsync("Oak/blurred.png", DrawnPicture.Of(80, 140, 90));
        ids["blurred"] = blurred.ToString();
        var face = (await Rig.DetailAsync(blurred)).Faces[0].Id;
        await acts.SayAsync(Rig.School, somebody, [new(AttestationKind.Blurred) { Media = blurred, Face = face, Channel = ChannelId.Seesaw }], default);
        var alike = await TakeAsync("Oak/shot.png", DrawnPicture.Shot(3, 0));
        await acts.SayAsync(Rig.School, somebody, [new(AttestationKind.AskedFor) { Media = alike, Channel = ChannelId.Website }], default);
        ids["shot"] = (await TakeAsync("Oak/shot2.png", DrawnPicture.Shot(3, 1))).ToString();
        await acts.SealAsync(Rig.School, somebody, await TakeAsync("Oak/sealed.png", DrawnPicture.Of(100, 140, 90)), "a worry", false, default);
        ids["broken"] = (await TakeAsync("Oak/broken.jpg", [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[400]])).ToString();
    }

    /// <summary>Takes a picture through, whatever else is on its way.</summary>
    private async Task<MediaId> TakeAsync(string path, byte[] picture)
    {
        var before = (await PhotosAsync()).ToHashSet();
        await File.WriteAllBytesAsync(Path.Combine(Rig.Data, "share", path), picture);
        await Rig.Services.GetRequiredService<IDrain>().RunAsync(null, default);
        return (await PhotosAsync()).Single(p => !before.Contains(p));
    }

    private async Task<IEnumerable<MediaId>> PhotosAsync() => (await Rig.Views.DayAsync(Rig.School, Rig.Oak, Rig.Day, Reader.Office, default)).Select(p => p.Id);

    private async Task AskTheParentAsync()
    {
        var guardian = await Rig.Services.GetRequiredService<IGuardianBook>().AddAsync(Rig.School, Rig.Bea, new GuardianEdit("Parent One", "parent@home.example", true), null, default);
        var link = await Rig.Services.GetRequiredService<IParentBook>().MakeAsync(Rig.School, Rig.Bea, guardian!.Value, TimeSpan.FromDays(1), new UserId(Guid.CreateVersion7()), default);
        ids["parent"] = "/parent/" + link!.Token;
        using var parent = Rig.Anonymous();
        using var yes = await parent.PostAsync(ids["parent"] + "?handler=Yes&purpose=website", [], ids["parent"]);
    }

    private async Task AddPeopleAsync()
    {
        await using var scope = Rig.Services.CreateAsyncScope();
        var books = scope.ServiceProvider.GetRequiredService<UserBooks>();
        await books.CreateAsync(Rig.School, new(SchoolRig.Mail(Screens.New), "New Person", SchoolRole.Office, null), SchoolRig.Password, null);
        await books.CreateAsync(Rig.School, new(SchoolRig.Mail("coded"), "Coded Person", SchoolRole.Office, null), SchoolRig.Password, null);
        var users = scope.ServiceProvider.GetRequiredService<UserManager<SchoolUser>>();
        var coded = (await users.FindByEmailAsync(SchoolRig.Mail("coded")))!;
        await users.ResetAuthenticatorKeyAsync(coded);
        await users.SetTwoFactorEnabledAsync(coded, true);
    }

    private sealed class FirstLot : ILots
    {
        public int Below(int limit) => 0;
    }
}
