using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediaGuard.Records.Storage;

/// <summary>Keys and indexes of batches and their second looks.</summary>
internal sealed class BatchConfiguration : IEntityTypeConfiguration<BatchRow>, IEntityTypeConfiguration<BatchItemRow>
{
    public void Configure(EntityTypeBuilder<BatchRow> builder)
    {
        builder.ToTable("Batches").HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => new { r.SchoolId, r.By, r.At });
        builder.HasIndex(r => new { r.SchoolId, r.State });
    }

    public void Configure(EntityTypeBuilder<BatchItemRow> builder)
    {
        builder.ToTable("BatchItems").HasKey(r => new { r.SchoolId, r.BatchId, r.MediaId });
        builder.HasIndex(r => new { r.SchoolId, r.MediaId });
    }
}
