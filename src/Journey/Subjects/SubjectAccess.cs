using System.IO.Compression;
using MediaGuard.Journey.Archives;
using MediaGuard.Media;
using MediaGuard.Records.Subjects;

namespace MediaGuard.Journey.Subjects;

internal sealed class SubjectAccess(ISubjectBook book, SubjectPictures pictures, TimeProvider clock) : ISubjectAccess
{
    public async Task WriteAsync(SubjectRecord record, UserId by, Stream to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        await book.NoteAsync(record, by, cancellationToken);
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        var made = new List<SubjectPicture>();
        foreach (var photo in record.HandedOut)
        {
            var (jpeg, gap, own) = await pictures.MakeAsync(record.School, by, record.Id, photo.Media, cancellationToken);
            var file = jpeg is null ? null : $"pictures/{made.Count(m => m.File is not null) + 1:0000}.jpg";
            if (jpeg is { } bytes)
            {
                await using var entry = await zip.CreateEntry(file!, CompressionLevel.NoCompression).OpenAsync(cancellationToken);
                await entry.WriteAsync(bytes, cancellationToken);
            }

            made.Add(new SubjectPicture(photo.Media, file, gap, own));
        }

        var now = Instant.Now(clock);
        await zip.WriteAsync("what-we-hold.txt", SubjectExport.AsText(record, made, now), cancellationToken);
        await zip.WriteAsync("what-we-hold.json", SubjectExport.AsJson(record, made, now), cancellationToken);
    }
}
