using MediaGuard.Journey;
using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Register;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>Elm's pictures, in which only Dan may be, go on the website until his family says no.</summary>
internal static class ClearedForWebsite
{
    private static readonly UserId Somebody = new(Guid.CreateVersion7());

    public static async Task ClearAsync(this SchoolRig rig, MediaId media)
    {
        await rig.Services.GetRequiredService<IHumanActs>().SayAsync(
            rig.School,
            Somebody,
            [
                new(AttestationKind.AskedFor) { Media = media, Channel = ChannelId.Website },
                new(AttestationKind.Absent) { Media = media, Person = rig.Eva },
                new(AttestationKind.NobodyFromOutside) { Media = media },
            ],
            default);
        Assert.That((await rig.PhotoAsync(media)).On(ChannelId.Website)!.Verdict, Is.EqualTo(Verdict.Cleared));
    }

    public static async Task<MediaId> TakeClearedAsync(this SchoolRig rig, string name, int side)
    {
        var media = await rig.TakeAsync($"Elm/{name}.png", DrawnPicture.Noise(side));
        await rig.ClearAsync(media);
        return media;
    }

    public static Task WithdrawAsync(this SchoolRig rig) =>
        rig.Services.GetRequiredService<IRegisterBook>().RefuseAsync(rig.School, rig.Dan, [new PurposeId("website")], "link", "", null, default);

    /// <summary>Lets everything happen that the program does by itself.</summary>
    public static Task DrainAsync(this SchoolRig rig) => rig.Services.GetRequiredService<IDrain>().RunAsync(null, default);

    public static Task<ReleaseState[]> StatesAsync(this SchoolRig rig, MediaId media) => ReleaseStates.OfAsync(rig, media);
}
