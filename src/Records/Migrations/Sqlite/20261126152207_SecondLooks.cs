using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MediaGuard.Records.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SecondLooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Batches",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Listed = table.Column<Guid>(type: "TEXT", nullable: false),
                    Carried = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 48, nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Batches", x => new { x.SchoolId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "BatchItems",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BatchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MediaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: false),
                    Tapped = table.Column<Guid>(type: "TEXT", nullable: false),
                    Look = table.Column<string>(type: "TEXT", maxLength: 48, nullable: false),
                    LookedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    LookedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BatchItems", x => new { x.SchoolId, x.BatchId, x.MediaId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Batches_SchoolId_By_At",
                table: "Batches",
                columns: new[] { "SchoolId", "By", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Batches_SchoolId_State",
                table: "Batches",
                columns: new[] { "SchoolId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_BatchItems_SchoolId_MediaId",
                table: "BatchItems",
                columns: new[] { "SchoolId", "MediaId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Batches");

            migrationBuilder.DropTable(
                name: "BatchItems");
        }
    }
}
