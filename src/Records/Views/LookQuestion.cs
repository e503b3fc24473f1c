using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>A photo that waits for a second look, and what was asked about it. Not what was answered.</summary>
/// <param name="Listed">Everybody who was asked about.</param>
public sealed record LookQuestion(Guid Batch, PhotoView Photo, string GroupName, string ChannelName, IReadOnlyList<PersonView> Listed)
{
    public override string ToString() => $"{Batch} {Photo.Id}";
}
