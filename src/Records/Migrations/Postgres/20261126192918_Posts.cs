using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MediaGuard.Records.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Posts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Posts",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReleaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    MediaId = table.Column<Guid>(type: "uuid", nullable: false),
                    Channel = table.Column<string>(type: "text", nullable: false),
                    GroupId = table.Column<Guid>(type: "uuid", nullable: true),
                    TakenAt = table.Column<long>(type: "bigint", nullable: false),
                    TakenBy = table.Column<Guid>(type: "uuid", nullable: false),
                    PostedAt = table.Column<long>(type: "bigint", nullable: true),
                    PostedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    End = table.Column<string>(type: "character varying(48)", maxLength: 48, nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    EndedBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Posts", x => new { x.SchoolId, x.ReleaseId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Posts_SchoolId_GroupId_End",
                table: "Posts",
                columns: new[] { "SchoolId", "GroupId", "End" });

            migrationBuilder.CreateIndex(
                name: "IX_Posts_SchoolId_MediaId",
                table: "Posts",
                columns: new[] { "SchoolId", "MediaId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Posts");
        }
    }
}
