using System.Collections.Immutable;
using System.Text.Json;
using MediaGuard.Consent.Rules;
using MediaGuard.Media;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Policies;

internal static class PolicyStore
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    public static string Write(PolicyDocument document) => JsonSerializer.Serialize(document, Json);

    public static PolicyDocument Parse(string json) => JsonSerializer.Deserialize<PolicyDocument>(json, Json) ?? throw new InvalidOperationException("The policy document is empty.");

    public static async Task<PolicyDocument> DocumentAsync(RecordsContext db, long version, CancellationToken cancellationToken) =>
        Parse((await db.Policies.AsNoTracking().SingleAsync(p => p.PolicyVersion == version, cancellationToken)).Json);

    /// <summary>The policy in force, read without the lock.</summary>
    public static async Task<PolicyDocument> CurrentAsync(RecordsContext db, CancellationToken cancellationToken) =>
        await DocumentAsync(db, (await db.Heads.AsNoTracking().SingleAsync(cancellationToken)).PolicyVersion, cancellationToken);

    /// <summary>How long somebody has to take down by hand what was ordered back from a channel.</summary>
    public static async Task<TimeSpan> TakeDownWithinAsync(RecordsContext db, string channel, CancellationToken cancellationToken) =>
        TimeSpan.FromHours(((await CurrentAsync(db, cancellationToken)).Channels.FirstOrDefault(c => c.Channel == channel) ?? new ChannelSetting { Channel = channel, Name = "" }).TakeDownWithinHours);

    public static async Task<SchoolPolicy> ReadAsync(RecordsContext db, long version, CancellationToken cancellationToken)
    {
        var document = await DocumentAsync(db, version, cancellationToken);
        return new SchoolPolicy(
            version,
            document.Channels.ToImmutableDictionary(
                c => new ChannelId(c.Channel),
                c => new ChannelPolicy(new ChannelId(c.Channel), [.. c.Purposes.Select(p => new PurposeId(p))], c.NoFaceSuffices, c.IsPublic, c.NeedsSecondApprover)),
            document.ManyFaces,
            document.SmallFace,
            document.HoldUnknownDevices,
            document.RegisterMaxAgeDays);
    }
}
