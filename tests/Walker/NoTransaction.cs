using Microsoft.EntityFrameworkCore.Storage;

namespace MediaGuard.Walker;

/// <summary>Holds nothing together: every statement takes effect by itself.</summary>
internal sealed class NoTransaction : IDbContextTransaction
{
    public Guid TransactionId => Guid.Empty;

    public void Commit()
    {
    }

    public Task CommitAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public void Rollback()
    {
    }

    public Task RollbackAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public void Dispose()
    {
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
