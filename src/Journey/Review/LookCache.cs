using MediaGuard.Media;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Review;

/// <summary>
/// Pictures made small for looking at, in this process's memory and nowhere else: what is held never lies readable on a disk. Bounded in bytes, the longest unused goes first,
/// and none is kept longer than a few minutes. Whoever asks has been let in and noted before.
/// </summary>
internal sealed class LookCache(IOptions<LookOptions> options, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<Look, LinkedListNode<Kept>> kept = [];
    private readonly LinkedList<Kept> order = []; // latest used first
    private readonly long most = options.Value.CacheMegabytes * 1024L * 1024;
    private long bytes;

    public ReadOnlyMemory<byte>? Find(Look look)
    {
        lock (gate)
        {
            if (!kept.TryGetValue(look, out var node))
            {
                return null;
            }

            if (clock.GetElapsedTime(node.Value.Since) > options.Value.CacheFor)
            {
                Drop(node);
                return null;
            }

            order.Remove(node);
            order.AddFirst(node);
            return node.Value.Jpeg;
        }
    }

    public void Keep(Look look, ReadOnlyMemory<byte> jpeg)
    {
        lock (gate)
        {
            if (kept.TryGetValue(look, out var before))
            {
                Drop(before);
            }

            while (order.Last is { } last && (bytes + jpeg.Length > most || clock.GetElapsedTime(last.Value.Since) > options.Value.CacheFor))
            {
                Drop(last);
            }

            if (bytes + jpeg.Length <= most)
            {
                kept[look] = order.AddFirst(new Kept(look, jpeg, clock.GetTimestamp()));
                bytes += jpeg.Length;
            }
        }
    }

    /// <summary>Of a picture that is deleted or under seal nothing stays.</summary>
    public void Forget(MediaId media)
    {
        lock (gate)
        {
            foreach (var node in kept.Where(k => k.Key.Media == media).Select(k => k.Value).ToList())
            {
                Drop(node);
            }
        }
    }

    private void Drop(LinkedListNode<Kept> node)
    {
        order.Remove(node);
        kept.Remove(node.Value.Look);
        bytes -= node.Value.Jpeg.Length;
    }

    private readonly record struct Kept(Look Look, ReadOnlyMemory<byte> Jpeg, long Since);
}
