internal import CCmark
import Layout
import Yams
func a() { unsafe cmark_gfm_core_extensions_ensure_registered() }
