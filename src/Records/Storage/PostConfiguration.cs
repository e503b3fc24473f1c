using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediaGuard.Records.Storage;

internal sealed class PostConfiguration : IEntityTypeConfiguration<PostRow>
{
    public void Configure(EntityTypeBuilder<PostRow> builder)
    {
        builder.ToTable("Posts").HasKey(r => new { r.SchoolId, r.ReleaseId });
        builder.HasIndex(r => new { r.SchoolId, r.MediaId });
        builder.HasIndex(r => new { r.SchoolId, r.GroupId, r.End });
    }
}
