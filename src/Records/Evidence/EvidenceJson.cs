using System.Text.Json;
using System.Text.Json.Serialization;
using MediaGuard.Media;

namespace MediaGuard.Records.Evidence;

/// <summary>The same figures for programs, and every version of the policy.</summary>
public static class EvidenceJson
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new AsText<Instant>(), new AsText<UserId>(), new AsText<SchoolId>(), new JsonStringEnumConverter() },
    };

    /// <param name="span">The first and the last entry of the audit log in the pack; null when there is none.</param>
    public static string Figures(EvidenceReading reading, (long First, long Last)? span)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var f = reading.Figures;
        return JsonSerializer.Serialize(
            new
            {
                form = 1,
                school = f.School,
                schoolName = f.SchoolName,
                from = f.From,
                until = f.Until,
                readAt = f.ReadAt,
                auditFirst = span?.First,
                auditLast = span?.Last,
                policyVersion = f.InForce.Version,
                term = f.Term,
                verdicts = f.Verdicts,
                undecided = f.Undecided,
                setAside = f.SetAside,
                engines = f.Engines,
                said = f.Said,
                openRecalls = f.OpenRecalls,
                takeDowns = f.TakeDowns,
                originals = f.Originals,
                deleted = f.Deleted,
                erased = f.Erased,
                looks = f.Looks,
                incidents = f.Incidents,
                @sealed = f.Sealed,
                underSeal = f.UnderSeal,
                accounts = f.Accounts,
                matching = f.Matching,
                tokens = f.Tokens,
                chain = reading.Chain,
                signIn = reading.SignIn,
                models = reading.Models,
                measuredOn = reading.MeasuredOn,
                mailSent = reading.IsMailSent,
                scanned = reading.IsScanned,
                storedElsewhere = reading.IsStoredElsewhere,
                kept = Keeping.All(f.InForce.Document),
            },
            Json);
    }

    /// <summary>Where on a machine copies go is left out: a path may name somebody.</summary>
    public static string Policies(EvidenceFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return JsonSerializer.Serialize(
            figures.Policies.Select(p => new
            {
                version = p.Version,
                madeAt = p.MadeAt,
                by = p.By,
                role = p.Role,
                changes = p.Changes,
                document = p.Document with { Channels = [.. p.Document.Channels.Select(c => c with { Address = "" })] },
            }),
            Json);
    }

    private sealed class AsText<T> : JsonConverter<T>
        where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Evidence is written only.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
