package index

import (
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// Made tells when the index in dir was last changed.
func Made(dir string) (time.Time, error) {
	info, err := os.Stat(filepath.Join(dir, pointerFile))
	if err != nil {
		return time.Time{}, fmt.Errorf("looking at the index: %w", err)
	}
	return info.ModTime(), nil
}
