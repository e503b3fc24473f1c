namespace MediaGuard.Ingest.Cleaning.Isolation;

/// <summary>Lets pictures in while their pixels together stay within a budget, first come first served. One larger than the budget goes in alone.</summary>
internal sealed class PixelGate(long budget)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<(long Pixels, TaskCompletionSource Turn)> _waiting = [];
    private long _inside;

    /// <summary>Waits for its turn; disposing what comes back leaves.</summary>
    public IDisposable Enter(long pixels, CancellationToken cancellationToken)
    {
        var weight = Math.Clamp(pixels, 1, budget);
        LinkedListNode<(long Pixels, TaskCompletionSource Turn)> place;
        lock (_lock)
        {
            place = _waiting.AddLast((weight, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)));
            Admit();
        }

        try
        {
            place.Value.Turn.Task.Wait(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            lock (_lock)
            {
                if (place.List is not null)
                {
                    _waiting.Remove(place);
                }
                else
                {
                    _inside -= weight;
                }

                Admit();
            }

            throw;
        }

        return new Stay(this, weight);
    }

    private void Admit()
    {
        while (_waiting.First is { } next && _inside + next.Value.Pixels <= budget)
        {
            _waiting.RemoveFirst();
            _inside += next.Value.Pixels;
            next.Value.Turn.SetResult();
        }
    }

    private void Leave(long weight)
    {
        lock (_lock)
        {
            _inside -= weight;
            Admit();
        }
    }

    private sealed class Stay(PixelGate gate, long weight) : IDisposable
    {
        public void Dispose() => gate.Leave(weight);
    }
}
