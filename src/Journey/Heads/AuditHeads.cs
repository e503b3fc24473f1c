using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Audit;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Heads;

/// <summary>
/// Writes the end of each school's chain, signed, into a folder once a day, and holds such heads against the chain later. Whoever rewrites the whole chain makes it whole
/// again, but not with the hashes that were signed before.
/// </summary>
public sealed class AuditHeads(IAuditTrail trail, IAuditSigner signer, IOptions<JourneyOptions> options)
{
    private const string KeyName = "public-key.pem";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Where heads are written.</summary>
    public string Folder => options.Value.HeadsFolder.Length > 0 ? options.Value.HeadsFolder : Path.Combine(options.Value.DataFolder, "heads");

    /// <summary>Writes today's head unless there is one; the first of a day stays.</summary>
    /// <returns>Whether one was written.</returns>
    public async Task<bool> ExportAsync(SchoolInfo school, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(school);
        var head = await trail.HeadAsync(school.Id, cancellationToken);
        var folder = Directory.CreateDirectory(Path.Combine(Folder, school.Id.ToString())).FullName;
        var file = Path.Combine(folder, head.At.DayIn(school.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".json");
        if (File.Exists(file) || head.Sequence == 0)
        {
            return false;
        }

        var signed = await SignAsync(head, cancellationToken);
        await WriteAsync(Path.Combine(folder, KeyName), await signer.PublicKeyAsync(cancellationToken), cancellationToken);
        await WriteAsync(file, JsonSerializer.Serialize(signed, Json), cancellationToken);
        return true;
    }

    /// <summary>Signs how far the chain reaches now, in place of what was signed so before. It lies apart from the heads and in no backup.</summary>
    public async Task NoteReachedAsync(SchoolId school, CancellationToken cancellationToken)
    {
        var head = await trail.HeadAsync(school, cancellationToken);
        var file = ReachedFile(school);
        if (head.Sequence == 0 || (File.Exists(file) && await ReadAsync(file, cancellationToken) is { } before && before.Hash == head.Hash))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await WriteAsync(file, JsonSerializer.Serialize(await SignAsync(head, cancellationToken), Json), cancellationToken);
    }

    /// <summary>When the heads were signed that the chain no longer holds, the newest first; none while it holds the newest of all that are kept here.</summary>
    public async Task<IReadOnlyList<Instant>> LostAsync(SchoolId school, CancellationToken cancellationToken)
    {
        var own = Path.Combine(Folder, school.ToString());
        var files = (Directory.Exists(own) ? Directory.GetFiles(own, "*.json").Order(StringComparer.Ordinal).ToList() : []).Append(ReachedFile(school)).Where(File.Exists).ToList();
        if (files.Count == 0)
        {
            return [];
        }

        using var key = ECDsa.Create();
        key.ImportFromPem(await signer.PublicKeyAsync(cancellationToken));

        // of the days' heads the last is the newest, so mostly two are read
        var lost = await LostAsync(school, files.TakeLast(2), key, cancellationToken);
        return lost.Count == 0 ? lost : await LostAsync(school, files, key, cancellationToken);
    }

    /// <summary>Holds every signed head of a folder against the school's chain, the oldest first. The key is the program's own, not the one that lies beside the heads.</summary>
    /// <param name="folder">Null for the folder they are written to.</param>
    public async Task<IReadOnlyList<HeadFinding>> VerifyAsync(SchoolId school, string? folder, CancellationToken cancellationToken)
    {
        var own = Path.Combine(folder ?? Folder, school.ToString());
        var place = Directory.Exists(own) ? own : folder ?? own;
        if (!Directory.Exists(place))
        {
            return [];
        }

        using var key = ECDsa.Create();
        key.ImportFromPem(await signer.PublicKeyAsync(cancellationToken));
        var findings = new List<HeadFinding>();
        foreach (var file in Directory.EnumerateFiles(place, "*.json").Order(StringComparer.Ordinal))
        {
            findings.Add(await HoldAsync(school, file, key, cancellationToken));
        }

        return findings;
    }

    /// <summary>The heads kept here that sign an entry from one to another, both included, the oldest first.</summary>
    public async Task<IReadOnlyList<LooseHead>> LooseAsync(SchoolId school, long first, long last, CancellationToken cancellationToken)
    {
        var own = Path.Combine(Folder, school.ToString());
        var found = new List<LooseHead>();
        string[] files = Directory.Exists(own) ? Directory.GetFiles(own, "*.json") : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            if (await ReadAsync(file, cancellationToken) is { } head && head.Sequence >= first && head.Sequence <= last && head.School == school.ToString())
            {
                found.Add(Loose(Path.GetFileNameWithoutExtension(file), head));
            }
        }

        return found;
    }

    /// <summary>Signs one entry as it stands now.</summary>
    public async Task<LooseHead> SignLooseAsync(string name, SchoolId school, long sequence, CancellationToken cancellationToken)
    {
        var hash = await trail.HashAtAsync(school, sequence, cancellationToken) ?? throw new InvalidOperationException("There is no such entry.");
        return Loose(name, await SignAsync(new AuditHead(school, sequence, hash, (await trail.HeadAsync(school, cancellationToken)).At), cancellationToken));
    }

    /// <summary>Signs other bytes that go out with heads, in the form openssl reads.</summary>
    public async Task<byte[]> SignAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => OpenSslSignature.From(await signer.SignAsync(bytes, cancellationToken));

    public Task<string> PublicKeyAsync(CancellationToken cancellationToken) => signer.PublicKeyAsync(cancellationToken);

    private string ReachedFile(SchoolId school) => Path.Combine(options.Value.DataFolder, "reached", school + ".json");

    private async Task<IReadOnlyList<Instant>> LostAsync(SchoolId school, IEnumerable<string> files, ECDsa key, CancellationToken cancellationToken)
    {
        var heads = new List<(Instant At, SignedHead Head)>();
        foreach (var file in files)
        {
            if (await ReadAsync(file, cancellationToken) is { } head && head.School == school.ToString() && IsSigned(head, key)
                && DateTimeOffset.TryParse(head.At, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at))
            {
                heads.Add((Instant.From(at), head));
            }
        }

        var lost = new List<Instant>();
        foreach (var (at, head) in heads.OrderByDescending(h => h.At.Microseconds))
        {
            if (await trail.HashAtAsync(school, head.Sequence, cancellationToken) == head.Hash)
            {
                break;
            }

            lost.Add(at);
        }

        return lost;
    }

    private async Task<SignedHead> SignAsync(AuditHead head, CancellationToken cancellationToken)
    {
        var unsigned = SignedHead.NotYetSigned(head);
        return unsigned with { Signature = Convert.ToBase64String(await signer.SignAsync(unsigned.Text(), cancellationToken)) };
    }

    private static LooseHead Loose(string name, SignedHead head) => new(name, head.Text(), OpenSslSignature.From(Convert.FromBase64String(head.Signature)));

    private async Task<HeadFinding> HoldAsync(SchoolId school, string file, ECDsa key, CancellationToken cancellationToken)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        if (await ReadAsync(file, cancellationToken) is not { } head)
        {
            return new HeadFinding(name, 0, Words.Text("can't be read as a signed head"));
        }

        if (head.School != school.ToString())
        {
            return new HeadFinding(name, head.Sequence, Words.Text("is another school's"));
        }

        if (!IsSigned(head, key))
        {
            return new HeadFinding(name, head.Sequence, Words.Text("was changed, or signed with another key"));
        }

        return await trail.HashAtAsync(school, head.Sequence, cancellationToken) switch
        {
            null => new HeadFinding(name, head.Sequence, Words.Text("the chain no longer reaches that far: entries were cut off")),
            { } hash when hash != head.Hash => new HeadFinding(name, head.Sequence, Words.Text("the chain says something else there now: it was rewritten")),
            _ => new HeadFinding(name, head.Sequence, null),
        };
    }

    private static bool IsSigned(SignedHead head, ECDsa key)
    {
        var signature = new byte[256];
        return Convert.TryFromBase64String(head.Signature, signature, out var length) && key.VerifyData(head.Text(), signature.AsSpan(0, length), HashAlgorithmName.SHA256);
    }

    private static async Task<SignedHead?> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            var head = JsonSerializer.Deserialize<SignedHead>(await File.ReadAllTextAsync(file, cancellationToken), Json);
            return head is { School: not null, Hash: not null, At: not null, Signature: not null } ? head : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whole or not at all.</summary>
    private static async Task WriteAsync(string file, string text, CancellationToken cancellationToken)
    {
        var fresh = $"{file}.{Guid.CreateVersion7():N}.new";
        await File.WriteAllTextAsync(fresh, text, cancellationToken);
        File.Move(fresh, file, overwrite: true);
    }
}
