using System.Collections.Concurrent;
using System.Text.Json;
using MediaGuard.Media;
using Microsoft.Extensions.Options;

namespace MediaGuard.Ingest.Uploads;

internal sealed class PartialUploads(IOptions<UploadOptions> options, TimeProvider clock) : IPartialUploads
{
    private const string NoteEnding = ".json";
    private const string FreshEnding = NoteEnding + ".new";
    private const string BytesEnding = ".part";
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly ConcurrentDictionary<UploadId, bool> held = [];
    private readonly Lock loading = new();
    private ConcurrentDictionary<UploadId, UploadNote>? known;

    private ConcurrentDictionary<UploadId, UploadNote> Known
    {
        get
        {
            lock (loading)
            {
                return known ??= Load();
            }
        }
    }

    public void Begin(UploadNote note)
    {
        using (Open(BytesOf(note.Id), FileMode.Create, FileAccess.Write))
        {
            // an empty file of the right rights
        }

        Save(note);
    }

    public UploadNote? Find(UploadId id) => Known.GetValueOrDefault(id);

    public IReadOnlyList<UploadNote> Of(SchoolId school, UserId by) => [.. Known.Values.Where(n => n.School == school && n.By == by)];

    public IReadOnlyList<UploadNote> Whole() => [.. Known.Values.Where(n => !n.IsDone && n.Length >= 0 && OffsetOf(n) == n.Length)];

    public long Awaited() => Known.Values.Where(n => !n.IsDone).Sum(n => Math.Max(0, n.Length - OffsetOf(n)));

    public long OffsetOf(UploadNote note)
    {
        if (note.IsDone)
        {
            return note.Length;
        }

        var file = new FileInfo(BytesOf(note.Id));
        return file.Exists ? file.Length : 0;
    }

    public IDisposable? TryHold(UploadId id) => held.TryAdd(id, true) ? new Hold(held, id) : null;

    public async Task<bool> AppendAsync(UploadNote note, Stream from, long most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(from);
        var buffer = new byte[64 << 10];
        await using var to = Open(BytesOf(note.Id), FileMode.Append, FileAccess.Write);
        for (var left = most; ;)
        {
            var read = await from.ReadAsync(buffer, cancellationToken);
            if (read == 0)
            {
                return true;
            }

            if (read > left)
            {
                return false;
            }

            left -= read;
            await to.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None); // what was received is written, whoever hangs up
        }
    }

    public UploadNote Ended(UploadNote note)
    {
        var ended = note with { Length = OffsetOf(note) };
        Save(ended);
        return ended;
    }

    public Stream Read(UploadNote note) => Open(BytesOf(note.Id), FileMode.Open, FileAccess.Read);

    public void Done(UploadNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        Save(note with { IsDone = true, Name = "" });
        File.Delete(BytesOf(note.Id));
    }

    public void Drop(UploadNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        File.Delete(BytesOf(note.Id));
        File.Delete(NoteOf(note.Id));
        Known.TryRemove(note.Id, out _);
    }

    public int Expire()
    {
        var before = Instant.Now(clock) - options.Value.KeptFor;
        var whole = Whole().Select(n => n.Id).ToHashSet(); // waits for the share, and is somebody's photo
        var old = Known.Values.Where(n => n.BegunAt < before && !whole.Contains(n.Id)).ToList();
        var gone = 0;
        foreach (var note in old)
        {
            using var hold = TryHold(note.Id);
            if (hold is not null)
            {
                Drop(note);
                gone++;
            }
        }

        return gone;
    }

    private void Save(UploadNote note)
    {
        var path = NoteOf(note.Id);
        var fresh = Path.Combine(options.Value.Folder, note.Id + FreshEnding);
        using (var to = Open(fresh, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(to, note);
        }

        File.Move(fresh, path, overwrite: true);
        Known[note.Id] = note;
    }

    /// <remarks>A note that can't be read, or bytes without one, belong to nobody any more.</remarks>
    private ConcurrentDictionary<UploadId, UploadNote> Load()
    {
        var found = new ConcurrentDictionary<UploadId, UploadNote>();
        var folder = Directory.CreateDirectory(options.Value.Folder);
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = OwnFile | UnixFileMode.UserExecute;
        }

        foreach (var file in folder.EnumerateFiles("*" + NoteEnding))
        {
            if (Understand(file.FullName) is { } note)
            {
                found[note.Id] = note;
            }
        }

        foreach (var file in folder.EnumerateFiles().Where(f => OwnerOf(f.Name) is { } id && !found.ContainsKey(id)))
        {
            file.Delete();
        }

        return found;
    }

    /// <summary>Null for a file that is none of ours, whoever named this folder.</summary>
    private static UploadId? OwnerOf(string name) =>
        name.Split('.', 2) is [var id, var ending] && ('.' + ending) is NoteEnding or FreshEnding or BytesEnding && Guid.TryParseExact(id, "N", out var value) ? new UploadId(value) : null;

    private static UploadNote? Understand(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<UploadNote>(File.ReadAllBytes(path));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string NoteOf(UploadId id) => Path.Combine(options.Value.Folder, id + NoteEnding);

    private string BytesOf(UploadId id) => Path.Combine(options.Value.Folder, id + BytesEnding);

    private static FileStream Open(string path, FileMode mode, FileAccess access)
    {
        var how = new FileStreamOptions { Mode = mode, Access = access, Share = FileShare.Read, Options = FileOptions.Asynchronous, BufferSize = 0 };
        if (!OperatingSystem.IsWindows() && mode is not FileMode.Open)
        {
            how.UnixCreateMode = OwnFile;
        }

        return new FileStream(path, how);
    }

    private sealed class Hold(ConcurrentDictionary<UploadId, bool> held, UploadId id) : IDisposable
    {
        public void Dispose() => held.TryRemove(id, out _);
    }
}
