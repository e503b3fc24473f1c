using MediaGuard.Media;
using MediaGuard.Records.Publications;

namespace MediaGuard.Journey.Website;

internal sealed class TakeDowns(IPublicationBook book, Wake wake) : ITakeDowns
{
    public async Task<bool> ConfirmAsync(SchoolId school, ReleaseId release, ChannelId channel, UserId? of, UserId by, CancellationToken cancellationToken)
    {
        if (!await book.ConfirmDownAsync(school, release, channel, of, by, cancellationToken))
        {
            return false;
        }

        wake.Up();
        return true;
    }
}
