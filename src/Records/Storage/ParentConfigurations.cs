using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediaGuard.Records.Storage;

/// <summary>Keys and indexes of what parents do by their link.</summary>
internal sealed class ParentConfiguration : IEntityTypeConfiguration<ParentLinkRow>, IEntityTypeConfiguration<ConsentRequestRow>
{
    public void Configure(EntityTypeBuilder<ParentLinkRow> builder)
    {
        builder.ToTable("ParentLinks").HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => r.TokenHash).IsUnique();
        builder.HasIndex(r => new { r.SchoolId, r.PersonId });
    }

    public void Configure(EntityTypeBuilder<ConsentRequestRow> builder)
    {
        builder.ToTable("ConsentRequests").HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => new { r.SchoolId, r.State });
        builder.HasIndex(r => new { r.SchoolId, r.PersonId });
        builder.Property(r => r.Purpose).HasMaxLength(32);
    }
}
