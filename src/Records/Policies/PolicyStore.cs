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
