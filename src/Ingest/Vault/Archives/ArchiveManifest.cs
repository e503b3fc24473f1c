using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Vault.Archives;

/// <summary>What one backup consists of. It exists once every file of it is in the archive and was read back.</summary>
/// <param name="TakenAt">The moment the books were copied: what happened later is not in it.</param>
/// <param name="Facts">What a restore must know, such as the database's provider.</param>
public sealed record ArchiveManifest(int Format, ArchiveKind Kind, DateTimeOffset TakenAt, ImmutableSortedDictionary<string, string> Facts, ImmutableArray<ArchivedFile> Files)
{
    public const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>How a person names it on the command line.</summary>
    [JsonIgnore]
    public string Stamp => StampOf(TakenAt);

    [JsonIgnore]
    public Instant Moment => Instant.From(TakenAt);

    [JsonIgnore]
    public long Bytes => Files.Sum(f => f.Length);

    public static string StampOf(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);

    public byte[] Encode() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <exception cref="ArchiveException">Damaged, or of a later version.</exception>
    public static ArchiveManifest Decode(ReadOnlySpan<byte> bytes)
    {
        ArchiveManifest? read;
        try
        {
            read = JsonSerializer.Deserialize<ArchiveManifest>(bytes, Json);
        }
        catch (JsonException e)
        {
            throw new ArchiveException(ArchiveFailure.Damaged, e);
        }

        return read switch
        {
            { Format: > CurrentFormat } => throw new ArchiveException(ArchiveFailure.UnknownVersion),
            { Files.IsDefault: false, Facts: not null } => read,
            _ => throw new ArchiveException(ArchiveFailure.Damaged),
        };
    }
}
