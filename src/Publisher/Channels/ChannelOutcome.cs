namespace MediaGuard.Publisher.Channels;

public enum ChannelOutcome
{
    Done,
    Failed,
}
